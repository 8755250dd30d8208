/** Scenario files: what is saved, and what a file from outside holds. The model itself judges the keys; here only the file. */

/** Largest file that is read: a scenario is some hundred letters. */
export const LARGEST = 1_000_000;

/** The text of a scenario file: the overlay itself, one format for link, preset, file and command line. */
export function scenarioText(scenario) {
  return `${JSON.stringify(scenario ?? {}, null, 2)}\n`;
}

/** A plain object, and not a list or nothing. */
const isTable = (node) => typeof node === 'object' && node !== null && !Array.isArray(node);

const fault = (reason, value = '', path = '') => ({ scenarios: [], faults: [{ path, value, reason }] });

/**
 * The scenarios of a file.
 * @param {string} text
 * @returns {{scenarios: {name: string, scenario: object}[], faults: {path: string, value: string, reason: string}[]}}
 *   `reason` is a message id
 */
export function readScenarios(text) {
  if (text.length > LARGEST) return fault('file-too-large', String(text.length));
  let node;
  try {
    node = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fault('file-not-json', text.trim().slice(0, 40), error.message.match(/line \d+/)?.[0] ?? '');
  }
  if (!isTable(node)) return fault('file-not-scenario', text.trim().slice(0, 40));
  if (!('scenarios' in node)) return { scenarios: [{ name: String(node.name ?? ''), scenario: node }], faults: [] };
  if (!isTable(node.scenarios)) return fault('file-not-scenarios', String(node.scenarios), 'scenarios');
  const named = Object.entries(node.scenarios);
  if (!named.length) return fault('file-no-scenario', '', 'scenarios');
  return { scenarios: named.map(([name, scenario]) => ({ name, scenario })), faults: [] };
}
