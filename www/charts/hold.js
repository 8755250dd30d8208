// Holds the room that something once took, so that what stands below it does not move when it becomes shorter for a while.

/** What may be shorter by less than this is not worth a change of style, px. */
const DUST = 1;

export function createHold() {
  let key = null;
  let tallest = [];
  return {
    /**
     * @param {(HTMLElement|null)[]} nodes always the same ones, in order
     * @param {string} about what their height depends on beside what they say: another width begins anew
     */
    hold(nodes, about) {
      if (about !== key) {
        key = about;
        tallest = nodes.map(() => 0);
        for (const node of nodes) node?.style.removeProperty('min-block-size');
        return;
      }
      for (const [i, node] of nodes.entries()) {
        const height = node?.offsetHeight ?? 0;
        if (!node || height <= tallest[i] + DUST) continue;
        tallest[i] = height;
        node.style.minBlockSize = `${height}px`;
      }
    },
  };
}
