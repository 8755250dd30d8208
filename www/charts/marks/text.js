// How much room words need, without asking the browser: geometry stays pure. Estimated on the safe side for the hand face.

const BOLD = 0.57;
const SIZE = 14;

/** Room in px for the longest of some labels, a gap included. @param {string[]} labels @param {number} [gap] px */
export const roomFor = (labels, gap = 10) =>
  Math.ceil(Math.max(...labels.map((label) => label.length)) * BOLD * SIZE) + gap;
