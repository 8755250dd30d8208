// Finding places by what somebody types. Pure.

const MOST = 8;

/** Lower case, "&" as "and", no marks: what is compared. @param {string} text */
export function fold(text) {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Places whose name or region holds every typed word at the start of one of its words; names that begin with
 * what was typed come first, then by alphabet.
 * @param {{code: string, name: string, region?: string}[]} places @param {string} typed
 * @param {string[]} chosen codes to leave out
 */
export function findPlaces(places, typed, chosen = []) {
  const words = fold(typed).split(' ').filter(Boolean);
  const rest = places.filter(({ code }) => !chosen.includes(code));
  if (words.length === 0) return [...rest].sort(byName);
  const hits = rest
    .map((place) => ({ place, rank: rankOf(place, words) }))
    .filter(({ rank }) => rank < 3)
    .sort((one, other) => one.rank - other.rank || byName(one.place, other.place));
  return hits.slice(0, MOST).map(({ place }) => place);
}

const byName = (one, other) => one.name.localeCompare(other.name, 'en');

function rankOf({ name, region = '' }, words) {
  const folded = fold(name);
  if (folded.startsWith(words.join(' '))) return 0;
  const starts = (text) => words.every((word) => ` ${text}`.includes(` ${word}`));
  if (starts(folded)) return 1;
  return starts(`${folded} ${fold(region)}`) ? 2 : 3;
}
