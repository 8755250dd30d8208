// @ts-check
// Fetches what the first answer needs while the script of the page is still on its way: small things first, so that on a slow
// line they need not share it with the large ones. What goes wrong here is said by whoever asks for the file.
import { bytesOf, file, firstAnswer } from './data.js';
import { moduleUrl } from './module.js';

/**
 * @param {string} code of the place
 * @param {boolean} linked whether a link names it: then its answer worked out at build time stands in until there is one
 */
export function fetchAhead(code, linked) {
  if (linked) firstAnswer(code);
  const names = [`places/${code}.json`, 'definitions.json', 'index.json', 'evidence.json'];
  for (const bytes of [...names.map(file), bytesOf(moduleUrl())]) bytes.catch(() => {});
}
