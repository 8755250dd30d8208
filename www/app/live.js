// One polite live region: one sentence, 700 ms after the last change, and never the same twice.
const WAIT = 700;

/** @param {(text: string) => void} speak puts the text into the region */
export function createLive(speak) {
  let timer = null;
  let last = '';
  return {
    /** @param {string} text */
    say(text) {
      clearTimeout(timer);
      if (text === last) return;
      timer = setTimeout(() => {
        last = text;
        speak(text);
      }, WAIT);
    },
    stop: () => clearTimeout(timer),
  };
}
