// Seats of the people picture. The same person keeps the same seat in both halves: people with the event fill from
// the foot, those who no longer have it are ringed at the water line, those harmed are counted from the top right.

const LAYOUT = { 100: { columns: 10, rows: 10 }, 1000: { columns: 40, rows: 25 } };
const GAP = 16;
const STACK = 560;
const LARGEST = { 100: 26, 1000: 10 };

/**
 * @param {{of: 100|1000, before: number, helped: number, harmed: number}} seats
 * @param {number} width of both halves in px
 */
export function peopleMarks({ of, before, helped, harmed }, width) {
  const { columns, rows } = LAYOUT[of];
  const stacked = of === 1000 && width < STACK;
  const cell = Math.min(LARGEST[of], (stacked ? width : (width - GAP) / 2) / columns);
  const seat = (i) => ({ x: (i % columns) * cell, y: (rows - 1 - Math.floor(i / columns)) * cell });
  const all = Array.from({ length: of }, (_, i) => i);
  const ringed = new Set(all.slice(before - helped, before));
  const struck = new Set(all.slice(of - harmed));
  return {
    of,
    cell,
    stacked,
    width: columns * cell,
    height: rows * cell,
    before: { has: shapes(all.slice(0, before), seat, cell, of), not: shapes(all.slice(before), seat, cell, of) },
    after: {
      has: shapes(all.slice(0, before - helped), seat, cell, of),
      not: shapes(
        all.slice(before).filter((i) => !struck.has(i)),
        seat,
        cell,
        of,
      ),
      rings: [...ringed].map((i) => middle(seat(i), cell)),
      ringed: shapes([...ringed], seat, cell, of),
      diamonds: [...struck].map((i) => middle(seat(i), cell)),
    },
  };
}

const middle = ({ x, y }, cell) => ({ x: x + cell / 2, y: y + cell / 2 });

/** All seats of one kind as one path: a thousand people cost one element. */
function shapes(indices, seat, cell, of) {
  const draw = of === 100 ? person : dot;
  return indices.map((i) => draw(seat(i), cell)).join('');
}

const n = (value) => value.toFixed(2);

/** A head and shoulders in a square cell. */
export function person({ x, y }, cell) {
  const r = cell * 0.15;
  const cx = x + cell / 2;
  const [left, right] = [x + cell * 0.24, x + cell * 0.76];
  const [shoulder, foot] = [y + cell * 0.56, y + cell * 0.88];
  const bend = cell * 0.16;
  return (
    `M${n(cx - r)} ${n(y + cell * 0.28)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z` +
    `M${n(left)} ${n(foot)}V${n(shoulder + bend)}q0 ${n(-bend)} ${n(bend)} ${n(-bend)}` +
    `H${n(right - bend)}q${n(bend)} 0 ${n(bend)} ${n(bend)}V${n(foot)}Z`
  );
}

/** Where a dot goes: a line of no length, which a round cap turns into a dot. A thousand of them stay cheap to draw. */
const dot = ({ x, y }, cell) => `M${n(x + cell / 2)} ${n(y + cell / 2)}h0`;

/** A diamond around a point. */
export const diamond = ({ x, y }, r) =>
  `M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + r)}L${n(x - r)} ${n(y)}Z`;
