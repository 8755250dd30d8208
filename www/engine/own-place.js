// @ts-check
// A place file of somebody's own, before the model reads it: nothing of a user's may be taken for official.
import { EngineError, fault } from './faults.js';

/**
 * The bytes of the files, if none claims to be a shipped place.
 * @param {{name: string, text: string}[]} files
 * @param {{code: string}[]} index
 * @throws {EngineError} with every fault of all files
 */
export function ownFiles(files, index) {
  const faults = files.flatMap((file) => faultsOf(file, index));
  if (faults.length > 0) throw new EngineError(faults);
  return files.map(({ text }) => new TextEncoder().encode(text));
}

/** @param {{name: string, text: string}} file @param {{code: string}[]} index */
function faultsOf({ name, text }, index) {
  const read = heading(text);
  if (!read) return fault(name, text.slice(0, 40), 'engine-own-json').faults;
  const { code, kind } = read;
  const found = [];
  if (index.some((place) => place.code === code)) found.push(fault(`${name}: code`, code, 'engine-own-code'));
  if (kind === 'country') found.push(fault(`${name}: kind`, kind, 'engine-own-country'));
  return found.flatMap((error) => error.faults);
}

/** Code and kind, if they are there; null where the text is no JSON. What else is wrong the model says. @param {string} text */
function heading(text) {
  try {
    const { code = '', kind = '' } = JSON.parse(text) ?? {};
    return { code: String(code), kind: String(kind) };
  } catch {
    return null;
  }
}
