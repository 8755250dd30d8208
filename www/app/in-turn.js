// While a lever moves, parts of the page are drawn one after another, each just after a frame was painted: while the next
// sentence is worked out. None keeps it waiting for longer than it takes itself.

/** After a frame, parts are drawn until this time is over, ms: the next frame is not to be missed. */
const ROOM = 6;

const now = () => performance.now();
/** After the next frame was painted. */
export const painted = () =>
  new Promise((done) => {
    const frame = globalThis.requestAnimationFrame ?? ((then) => setTimeout(then, 0));
    frame(() => setTimeout(done, 0));
  });

/** @type {Map<object, () => Promise<unknown>>} what is to be drawn, by whose it is: only the newest of each */
const waiting = new Map();
/** @type {Promise<void> | null} */
let work = null;
let longest = 0;

/**
 * Draws when its turn has come; what waits from before is left out.
 * @param {object} who @param {() => Promise<unknown>} draw ends when it is drawn
 */
export function inTurn(who, draw) {
  waiting.set(who, draw);
  work ??= all().finally(() => {
    work = null;
  });
}

/** Once everything was drawn: how long the longest took since this was last asked, ms. */
export async function allDrawn() {
  await work;
  const found = longest;
  longest = 0;
  return found;
}

async function all() {
  while (waiting.size > 0) {
    await painted();
    const end = now() + ROOM;
    do await next();
    while (waiting.size > 0 && now() < end);
  }
}

async function next() {
  const [[who, draw]] = waiting;
  waiting.delete(who);
  const start = now();
  // What cannot be drawn says so itself; the others still have their turn.
  await draw().catch(() => {});
  longest = Math.max(longest, now() - start);
}
