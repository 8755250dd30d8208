// Sizes of the ledger: one grid of columns when there is room, one list of cells when there is not.

const WIDE = 840;
const WHO = 190;
const POST = 20;
const GAP = 16;
const BAR = 12;

/** @param {number} width of the picture in px */
export function ledgerLayout(width) {
  const wide = width >= WIDE;
  const cell = wide
    ? Math.floor((width - WHO - POST - 6 * GAP) / 5)
    : Math.max(120, Math.floor((width - 2 * GAP) * 0.5));
  return { wide, cell, bar: BAR };
}

/**
 * A bar of one cell, from the side of the post.
 * @param {number} value @param {number} most the largest size on this scale @param {number} room px
 */
export function barWidth(value, most, room) {
  if (value === 0 || most === 0) return 0;
  return Math.max(2, (Math.abs(value) / most) * room);
}

/**
 * The open box of 9 in 10 model runs, over a bar of sizes: the part of the range on the side of the middle run.
 * @param {{low90: number, high90: number}} range @param {number} most @param {number} room px
 */
export function boxOf({ low90, high90 }, most, room) {
  if (most === 0) return null;
  const loss = low90 + high90 < 0;
  const [near, far] = loss ? [-high90, -low90] : [low90, high90];
  const [from, to] = [near, far].map((value) => Math.max(0, (value / most) * room));
  return { from, width: Math.max(1, to - from) };
}
