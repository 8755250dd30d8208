// What has the focus stays in sight while parts of the page load and grow above it.

/** The element that has the focus, through all shadow roots; null if nothing has it by keys. */
function focused() {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node && node !== document.body && node.matches(':focus-visible') ? node : null;
}

function inSight(node) {
  const { top, bottom } = node.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/**
 * Brings the focus back into sight when the page grows over it. Whoever scrolls away from it is left alone.
 * @param {Element} page whose size is watched
 * @returns {() => void} ends it
 */
export function keepFocusInSight(page) {
  let seen = false;
  const look = () => {
    const node = focused();
    seen = Boolean(node) && inSight(node);
  };
  const watch = new ResizeObserver(() => {
    const node = focused();
    if (seen && node && !inSight(node)) node.scrollIntoView({ block: 'nearest' });
  });
  watch.observe(page);
  const soon = () => requestAnimationFrame(look);
  addEventListener('focusin', soon);
  addEventListener('scroll', look, { passive: true });
  return () => {
    watch.disconnect();
    removeEventListener('focusin', soon);
    removeEventListener('scroll', look);
  };
}
