// What each programme and the hospital side add to the answer, with the range over model runs.
import { message } from './figures.js';
import { netWords, rangeWords, subtitle } from './hangs.js';

/** @param {object} found of the engine's question @param {string} place its name */
export function contributionsView(found, place) {
  const { about, contributions } = found;
  const parts = contributions.parts.map((part) => ({
    ...part,
    net: netWords(about, part.central),
    range: part.futures ? rangeWords(about, part.futures.low90, part.futures.high90) : null,
  }));
  return {
    name: 'what-adds-up',
    message: message('turns-parts-title'),
    subtitle: subtitle(found, place),
    summary: null,
    list: parts,
    notes: [message('turns-parts-key', { draws: contributions.draws }), message('turns-parts-sum')],
    columns,
    rows: parts.map(({ label, central, futures }) => ({
      label,
      central,
      low: futures?.low90 ?? null,
      middle: futures?.middle ?? null,
      high: futures?.high90 ?? null,
    })),
    marks: { values: parts.flatMap(({ central, futures }) => [central, futures?.low90 ?? 0, futures?.high90 ?? 0]) },
  };
}

const columns = [
  { key: 'label', label: message('turns-col-part') },
  { key: 'central', label: message('turns-col-net'), places: 1, signed: true },
  { key: 'low', label: message('turns-col-low'), places: 1, signed: true },
  { key: 'middle', label: message('turns-col-middle'), places: 1, signed: true },
  { key: 'high', label: message('turns-col-high'), places: 1, signed: true },
];
