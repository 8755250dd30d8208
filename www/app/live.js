// One polite live region: one sentence, 700 ms after the last change, and never the same twice.
const WAIT = 700;

/** @param {(text: string) => void} speak puts the text into the region */
export function createLive(speak) {
  let timer = null;
  let last = '';
  /** What is about to be said. */
  let next = '';
  return {
    /** @param {string} text */
    say(text) {
      clearTimeout(timer);
      next = '';
      if (text === last || text === '') return;
      next = text;
      timer = setTimeout(() => {
        next = '';
        last = text;
        speak(text);
      }, WAIT);
    },
    /** More about what was said last: after it, or together with it if it is still waiting. @param {string} text */
    add(text) {
      if (text !== '') this.say(next === '' ? text : `${next} ${text}`);
    },
    stop: () => clearTimeout(timer),
  };
}
