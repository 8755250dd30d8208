// What the engines took on the common model, as rows and as a section of docs/PERFORMANCE.md.

import { apart, STEPS } from './engines/clock.mjs';
import { FASTEST } from './names.mjs';
import { tableOf } from '../../scripts/lib/sections.mjs';

/** A table of cells under a head. */
const table = (head, list) =>
  tableOf(list.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at]]))));

const short = (value) => (value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3));
const times = (value) => `${value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString('en-GB')}`;
/** Seconds of so many draws at so many ns a step. */
function seconds(ns, draws) {
  const all = (ns * STEPS * draws) / 1e9;
  return all < 100 ? `${all.toPrecision(2)} s` : `${Math.round(all / 60)} min`;
}

/** Every engine as `{engine, ns, difference}` or `{engine, missing}`; ours first. */
export function rows({ ours, peers }) {
  const { native, plain, simd128, central } = ours;
  const module = (found) => apart(central, found.central);
  const own = [
    { engine: 'ours, wasm simd128', ns: simd128.ours_ns, difference: module(simd128) },
    { engine: 'ours, wasm plain', ns: plain.ours_ns, difference: module(plain) },
    { engine: 'ours, native', ns: native.ours_ns, difference: native.difference },
    { engine: 'plain Rust, wasm simd128', ns: simd128.plain_ns },
    { engine: 'plain Rust, wasm plain', ns: plain.plain_ns },
    { engine: 'plain Rust, native (the reference)', ns: native.plain_ns },
  ];
  const others = peers.flatMap((peer) => {
    const engine = peer.version ? peer.name.replace(/^[\w-]+/, `$& ${peer.version}`) : peer.name;
    if (peer.missing) return [{ engine, missing: peer.missing }];
    const difference = peer.difference ?? apart(central, peer.central);
    const one = { engine, ns: peer.ns, difference };
    if (!peer.batched_ns) return [one];
    return [one, { engine: `${engine}, ${peer.side_by_side} draws together`, ns: peer.batched_ns, difference }];
  });
  return [...own, ...others];
}

const cells = (best, draws) => (row) =>
  row.missing
    ? [row.engine, `not run: ${row.missing}`, '', '', '']
    : [
        row.engine,
        short(row.ns),
        seconds(row.ns, draws),
        times(row.ns / best),
        row.difference === undefined ? '' : row.difference.toExponential(0),
      ];

const HEAD = ['engine', 'ns a step', '1,000 draws, one thread', 'times ours in wasm', 'largest difference'];

/** For the screen. */
export const printed = (found) => {
  const list = rows(found);
  return list.map((row) =>
    Object.fromEntries(cells(list[0].ns, found.ours.draws)(row).map((cell, at) => [HEAD[at], cell])),
  );
};

/** How far the loop is from what the processor can do. */
function limit(name, found, operations) {
  const floor = operations / found.peak_gflops;
  const rate = operations / found.ours_ns;
  return [name, `${short(found.peak_gflops)}`, `${short(rate)}`, short(floor), `${times(found.ours_ns / floor)}`];
}

/** Ours beside the same equations, compiled as fast as they get but as they stand: what SDEverywhere's C is. */
function rival(peers, simd128) {
  const fast = peers.find(({ name }) => name === FASTEST);
  if (!fast?.ns) return [];
  return [[`ours over ${FASTEST}`, `${times(fast.ns / simd128.ours_ns)} times as fast (aim 3)`]];
}

/** @param {string} machine one sentence */
export function markdown(found, machine) {
  const { native, plain, simd128, draws } = found.ours;
  const { peers } = found;
  const list = rows(found);
  const ratio = (a, b) => times(a / b);
  return [
    machine,
    '',
    `The common model and its equations: [benches/peers](../benches/peers/README.md). A step is one disease in one cohort for one year of one draw; processor time of the thread, the middle of several goes in one run, outputs included. The plain model in Rust is written to be read. Largest difference: from it, relative, on central values (ours natively: 50 draws).`,
    '',
    table(HEAD, list.map(cells(list[0].ns, draws))),
    '',
    `BPTK-Py ran one of ten chains, counted ten times. SDEverywhere's C was compiled by Zig's clang instead of Emscripten and run by a frame of ours, its JavaScript by its own runtime. PySD, BPTK-Py and simlin ran the central values again and again. PySD's difference: its translation keeps eight decimals of \`mortality_age\`.`,
    '',
    table(
      ['what', 'figure'],
      [
        ['1,000 draws, simd128, one worker, on the wall', `${Math.round(simd128.one_worker_ms)} ms`],
        ['the same by two workers', `${Math.round(simd128.two_workers_ms)} ms`],
        ['two workers over one', `${ratio(simd128.one_worker_ms, simd128.two_workers_ms)} times as fast (aim 1.9)`],
        ['simd128 over plain wasm', `${ratio(plain.ours_ns, simd128.ours_ns)} times as fast`],
        ...rival(peers, simd128),
        ['wasm simd128 over native, time', `${ratio(simd128.ours_ns, native.ours_ns)} (aim 1.3)`],
        ['three quantiles of 620 series, wasm simd128', `${simd128.quantiles_ms.toPrecision(2)} ms`],
      ],
    ),
    '',
    `The limit: ${native.operations.toPrecision(3)} additions, multiplications and divisions a step, counted by running the loop on numbers that count; and the most that vectors of two can do here, measured.`,
    '',
    table(
      ['build', 'peak, Gflop/s', 'ours, Gflop/s', 'floor, ns a step', 'ours over the floor'],
      [limit('wasm simd128', simd128, native.operations), limit('native', native, native.operations)],
    ),
  ].join('\n');
}
