// @ts-check
// Fetches what the first answer needs while the script of the page is still on its way: small things first, so that on a slow
// line they need not share it with the large ones. What goes wrong here is said by whoever asks for the file.
import { builtAnswer } from './built.js';
import { bytesOf, file } from './data.js';
import { moduleUrl } from './module.js';

/** @param {string} code of the place */
export function fetchAhead(code) {
  builtAnswer(code);
  const names = [`places/${code}.json`, 'definitions.json', 'index.json', 'evidence.json'];
  for (const bytes of [...names.map(file), bytesOf(moduleUrl())]) bytes.catch(() => {});
}
