// The wires of the first screen: beads right of the dashed post say better, diamonds left of it worse. One bead for each
// published estimate; and once there are model runs, a wire of ten beads under each estimate, none of them called ours.
import { figure, message } from './figures.js';
import { tenthsWords } from './chance.js';
import { estimates, tally, together } from './estimates.js';
import { rangesNote } from './ranges.js';
import { tenths } from './tenths.js';

/** @param {object} answer @param {{ranges?: object|null, doubt?: string}} options */
export function wireView(answer, { ranges = null, doubt = 'working' } = {}) {
  const list = estimates(answer);
  const view = ofEstimates(list);
  const runs = runsOf(list, ranges);
  return {
    name: 'wire',
    ...view,
    runs,
    each: runs ?? waiting(list),
    subtitle: message(runs ? 'pic-wire-subtitle-runs' : 'pic-wire-subtitle'),
    summary: null,
    notes: [rangesNote(ranges, doubt, Boolean(runs))],
    columns: [
      { key: 'label', label: message('pic-col-what') },
      { key: 'count', label: message('pic-col-estimates'), places: 0 },
      ...(runs ? [{ key: 'share', label: message('pic-col-share'), places: 2 }] : []),
    ],
    rows: [
      ...['worse', 'tie', 'better'].map((key) => ({
        label: message(`pic-verdict-${key}`),
        count: view.marks[key],
        share: message('pic-empty'),
      })),
      ...(runs ?? []).map(({ label, share }) => ({ label, count: message('pic-empty'), share })),
    ],
    why: { outcome: 'qalys', year: null, figure: 'set_in_motion' },
  };
}

/** The rows of the wires before there are runs: their room is held. */
const waiting = (list) =>
  list.map(({ option, price }) => ({
    option,
    price: message('pic-wire-price', { price: figure('pounds', price) }),
    words: message('pic-empty'),
    marks: { better: 0, worse: 0, tie: 0 },
  }));

/** Ten beads for each estimate, from the hardest on the plan to the kindest; null before runs follow whole lives. */
function runsOf(list, ranges) {
  const found = list.map((each) => ({ ...each, range: ranges?.estimates?.[each.option]?.set_in_motion }));
  if (found.length === 0 || !found.every(({ range }) => range && range.above_zero + range.below_zero > 0)) return null;
  return found.map(({ option, label, price, range }) => {
    const { better, worse } = tenths(range.above_zero);
    return {
      option,
      label,
      share: range.above_zero,
      price: message('pic-wire-price', { price: figure('pounds', price) }),
      words: tenthsWords(range.above_zero),
      marks: { better, worse, tie: 0 },
    };
  });
}

function ofEstimates(list) {
  const counts = tally(list);
  const form = together(list);
  return {
    form,
    message: message(`pic-rivals-${form}`, { better: counts.better, of: counts.of }),
    ends: [message('pic-wire-worse', counts), message('pic-wire-better', counts)],
    marks: { worse: counts.worse, tie: counts.tie + counts.same, better: counts.better },
  };
}
