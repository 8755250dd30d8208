// The address bar: writes the state into the part after `#`, and reads it when somebody goes back or edits it.
import { readLink, writeLink } from './link.js';

const WRITE_AFTER = 300;

/**
 * @param {object} store @param {{model: string, evidence: string}} about @param {Record<string, object>} presets
 * @param {(link: import('./link.js').Link) => void} onlink called when the address changed under the page
 */
export function createAddress(store, about, presets, onlink) {
  let timer = null;
  let written = location.hash.slice(1);
  let placeThen = store.state.place;

  /** The link of a state; a place from a file cannot be in it. */
  function linkOf({ place, scenario, present, language, seed }) {
    const codes = place.example ? [] : place.codes;
    return writeLink(
      { codes, scenario, present, language, seed, model: about.model, evidence: about.evidence },
      presets,
    );
  }

  function write() {
    const { state } = store;
    const link = linkOf(state);
    if (link === written) return;
    written = link;
    // Another place is another page to go back from; a lever's move is not.
    const how = state.place === placeThen ? 'replaceState' : 'pushState';
    placeThen = state.place;
    history[how](null, '', `#${link}`);
  }

  function read() {
    const fragment = location.hash.slice(1);
    if (fragment === written) return;
    written = fragment;
    onlink(readLink(fragment, presets));
    placeThen = store.state.place;
  }

  addEventListener('popstate', read);
  const stop = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER);
  });

  return {
    /** The whole address, to share. */
    get href() {
      return `${location.href.split('#')[0]}#${linkOf(store.state)}`;
    },
    stop() {
      clearTimeout(timer);
      removeEventListener('popstate', read);
      stop();
    },
  };
}
