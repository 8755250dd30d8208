// What has the focus stays in sight while parts of the page load and grow above it.

/** Keys by which somebody scrolls, outside of fields that use them themselves. */
const SCROLLS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);
const USES_KEYS = 'input, select, textarea, button, summary, [role=button]';
/** How long after somebody's own move, or after the scroll before it that was theirs, a scroll is taken to be theirs, ms. */
const THEIRS = 500;

/** The element that has the focus, through all shadow roots; null if nothing has it by keys. */
function focused() {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node && node !== document.body && node.matches(':focus-visible') ? node : null;
}

/** Whether any of it can be seen: not above the page, and not below it or under the bar at its foot. */
function inSight(node) {
  const { top, bottom } = node.getBoundingClientRect();
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const room = (padding) => Number.parseFloat(padding) || 0;
  return bottom > room(scrollPaddingTop) && top < innerHeight - room(scrollPaddingBottom);
}

/**
 * Brings the focus back into sight when the page grows over it. Whoever scrolls away from it is left alone: a scroll is theirs
 * only if they did something that scrolls, for the browser scrolls too, when the focus moves and when the page grows.
 * @param {Element} page whose size is watched
 * @returns {() => void} ends it
 */
export function keepFocusInSight(page) {
  const over = new AbortController();
  const { signal } = over;
  let left = false;
  let held = false;
  let acted = Number.NEGATIVE_INFINITY;
  const hold = () => {
    const node = focused();
    if (node && !left && !inSight(node)) node.scrollIntoView({ block: 'nearest' });
  };
  const watch = new ResizeObserver(hold);
  watch.observe(page);
  const act = () => {
    acted = performance.now();
  };
  const on = (name, listen) => addEventListener(name, listen, { passive: true, signal });
  for (const name of ['wheel', 'touchmove', 'pointerdown']) on(name, act);
  // A bar that is dragged sends nothing but scrolls until it is let go.
  on('pointerdown', () => {
    held = true;
  });
  for (const name of ['pointerup', 'pointercancel']) {
    on(name, () => {
      held = false;
      act();
    });
  }
  on('keydown', (event) => {
    if (SCROLLS.has(event.key) && !event.composedPath()[0].matches(USES_KEYS)) act();
  });
  on('focusin', () => {
    left = false;
    requestAnimationFrame(hold);
  });
  on('scroll', () => {
    if (!held && performance.now() - acted >= THEIRS) return;
    // A page that was set in motion runs on for as long as it scrolls.
    act();
    const node = focused();
    if (node) left = !inSight(node);
  });
  return () => {
    watch.disconnect();
    over.abort();
  };
}
