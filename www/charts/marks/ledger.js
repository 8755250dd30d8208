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
