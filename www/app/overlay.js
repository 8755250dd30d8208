// Changes to a scenario, which is a sparse overlay: an absent key means the evidence's own value.
// A path names keys from the top; ids of parameters and switches hold dots: what follows is one key.

const TABLES_OF_IDS = new Set(['assumptions', 'switches']);

/** `assumptions.acute.cashable_share` → `['assumptions', 'acute.cashable_share']`. @param {string} path */
export function keysOf(path) {
  const [head, ...rest] = path.split('.');
  if (rest.length === 0) return [head];
  if (TABLES_OF_IDS.has(head)) return [head, rest.join('.')];
  return [head, ...rest];
}

/** The value at a path, undefined when absent. @param {object} scenario @param {string} path */
export function valueAt(scenario, path) {
  let node = scenario;
  for (const key of keysOf(path)) node = node?.[key];
  return node;
}

/**
 * A copy with one value changed; `undefined` or `null` takes it out, and empty tables with it.
 * @param {object} scenario @param {string} path @param {unknown} value
 */
export function withValue(scenario, path, value) {
  return put(scenario, keysOf(path), value ?? undefined);
}

function put(node, [key, ...rest], value) {
  const table = node && typeof node === 'object' ? { ...node } : {};
  const inner = rest.length > 0 ? put(table[key], rest, value) : value;
  const gone = inner === undefined || (rest.length > 0 && Object.keys(inner).length === 0 && key !== 'programmes');
  if (gone) delete table[key];
  else table[key] = inner;
  return table;
}

const ABOUT_THE_FILE = new Set(['name', 'note', 'sources', 'target']);

/** A scenario changed by hand is no longer the preset it came from: its name, note and ambition go. */
export function owned(scenario) {
  return Object.fromEntries(Object.entries(scenario).filter(([key]) => !ABOUT_THE_FILE.has(key)));
}

/** Whether two scenarios ask for the same thing, whatever they are called. */
export function same(one, other) {
  return JSON.stringify(sorted(owned(one))) === JSON.stringify(sorted(owned(other)));
}

function sorted(node) {
  if (!node || typeof node !== 'object' || Array.isArray(node)) return node;
  return Object.fromEntries(
    Object.keys(node)
      .sort()
      .map((key) => [key, sorted(node[key])]),
  );
}
