// @ts-check
// Fetches the files the model reads: versions, index, places, and the two parts of the evidence. Each is fetched once.
import { fault } from './faults.js';
import { rows } from './index-rows.js';

const FOLDER = 'data/';

/** @type {Map<string, Promise<Uint8Array>>} */
const kept = new Map();

/**
 * The bytes of a data file, from memory the second time; a failed fetch is tried again when asked again.
 * @param {string} name below the data folder, such as `places/E08000004.json`
 * @returns {Promise<Uint8Array>}
 */
export function file(name) {
  return bytesOf(`${FOLDER}${name}`);
}

/**
 * The bytes at an address of the page's own origin.
 * @param {string} url
 * @returns {Promise<Uint8Array>}
 */
export function bytesOf(url) {
  let bytes = kept.get(url);
  if (!bytes) {
    bytes = fetched(url);
    kept.set(url, bytes);
    bytes.catch(() => kept.delete(url));
  }
  return bytes;
}

/** @param {string} url */
async function fetched(url) {
  const name = url.split('/').at(-1) ?? url;
  let response;
  try {
    response = await fetch(new URL(url, document.baseURI), { credentials: 'same-origin' });
  } catch {
    throw fault(name, '', 'engine-file-unreachable', { file: name });
  }
  if (!response.ok) throw fault(name, String(response.status), 'engine-file-missing', { file: name });
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw fault(name, '', 'engine-file-cut', { file: name });
  }
}

/** Lets go of a file that turned out to be corrupt, so that trying again fetches it again. @param {string} name */
export function forget(name) {
  kept.delete(`${FOLDER}${name}`);
}

/**
 * All places, as objects.
 * @returns {Promise<import('./index-rows.js').PlaceRow[]>}
 */
export async function places() {
  const name = 'index.json';
  const bytes = await file(name);
  try {
    return rows(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    forget(name);
    throw fault(name, '', 'engine-file-corrupt', { file: name });
  }
}
