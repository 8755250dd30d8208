// How hard a sentence is to read: the Flesch-Kincaid grade, which counts words per sentence and syllables per word.
// Reading age is the grade and five. Syllables are guessed from vowels: good to compare strings, not to certify one.

/** Every text a Fluent pattern can become, with a short word for each variable. */
export function plainText(pattern) {
  return variants(pattern).map((text) =>
    text
      .replace(/<\/?\w+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function variants(node) {
  if (node === null || node === undefined) return [];
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.reduce((texts, part) => join(texts, variants(part)), ['']);
  if (node.type === 'select') return node.variants.flatMap(({ value }) => variants(value));
  return ['five'];
}

/** Every combination would be too many: the first of each choice carries the rest of the sentence. */
function join(texts, more) {
  const first = more[0] ?? '';
  const others = more.slice(1).map((text) => (texts[0] ?? '') + text);
  return [...texts.map((text) => text + first), ...others].slice(0, 12);
}

export const words = (text) => text.match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? [];

function syllables(word) {
  const groups = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}

/** Flesch-Kincaid grade of a text. */
export function grade(text) {
  const all = words(text);
  const sentences = Math.max(1, (text.match(/[.!?:;](?=\s|$)/g) ?? []).length);
  const spoken = all.reduce((total, word) => total + syllables(word), 0);
  return 0.39 * (all.length / sentences) + 11.8 * (spoken / Math.max(1, all.length)) - 15.59;
}
