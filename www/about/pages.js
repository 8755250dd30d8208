/**
 * What the pages about Headwater are made of. Words are in reasons.ftl: a section is a message `about-PAGE-SECTION` with its
 * paragraphs as attributes `.p1`, `.p2` ... and its list items as `.i1`, `.i2` ...
 */

/** Sections of each page; `to` is the heading of docs/METHOD.md where the equations stand. */
export const PAGES = [
  {
    id: 'method',
    sections: [
      { id: 'nothing', to: 'b1-a-place-if-nothing-changes' },
      { id: 'people', to: '1-residents' },
      { id: 'deaths', to: '2-mortality' },
      { id: 'illness', to: '4-diseases' },
      { id: 'hospital-use', to: '5-hospital-use' },
      { id: 'budget', to: '7-money' },
      { id: 'money', to: 'money-of-a-year' },
      { id: 'reach', to: 'people' },
      { id: 'timing', to: 'people-in-effect' },
      { id: 'effects', to: 'what-effects-do' },
      { id: 'belief', to: 'beliefs' },
      { id: 'risk', to: 'risk-to-disease-to-death' },
      { id: 'hospital', to: 'the-hospital-side' },
      { id: 'accounts', to: 'two-accounts' },
      { id: 'payers', to: 'ledger' },
      { id: 'futures', to: 'possible-futures' },
      { id: 'why', to: 'explanation' },
    ],
  },
  {
    id: 'limits',
    sections: ['ranges', 'disputed', 'assumed', 'areas', 'fifths', 'old', 'absent', 'gaps', 'misses'].map((id) => ({
      id,
    })),
  },
  { id: 'not-for', sections: ['never', 'instead'].map((id) => ({ id })) },
  { id: 'glossary', sections: [] },
  { id: 'accessibility', sections: ['aim', 'done', 'not-yet', 'law'].map((id) => ({ id })) },
  { id: 'licences', sections: ['code', 'sources'].map((id) => ({ id })), document: 'data/LICENCES.md' },
  { id: 'equations', sections: [], document: 'docs/METHOD.md' },
  { id: 'checks', sections: [], document: 'docs/VALIDATION.md' },
];

/** Terms of the glossary: message `term-ID`, what it means as `.what`. */
export const TERMS = [
  'acute',
  'prevention',
  'public-health',
  'social-care',
  'emergency-stay',
  'ae',
  'night',
  'life-year',
  'healthy-year',
  'under-75',
  'fifth',
  'nothing-changes',
  'plan',
  'in-years-shown',
  'set-in-motion',
  'measured',
  'worked-out',
  'assumed',
  'strength',
  'null-result',
  'not-counted',
  'health-value',
  'room-freed',
  'cash',
  'payer',
  'reach-limit',
  'unused',
  'overlap',
  'model-run',
  'estimate',
  'cut-first',
  'bridge',
  'growth-only',
  'new-money',
  'price-year',
  'lag',
  'fade',
  'in-100',
];

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Words of a section. @param {string} page @param {string} section @param {{t: Function, has: Function}} words */
export function sectionWords(page, section, { t, has }) {
  const id = `about-${page}-${section}`;
  const all = (letter) =>
    NUMBERS.map((n) => `${id}.${letter}${n}`)
      .filter(has)
      .map((key) => t(key));
  return { heading: t(id), paragraphs: all('p'), items: all('i') };
}

/** Terms with their words, in the alphabet of the language. @param {{t: Function}} words @param {string} locale */
export function glossary({ t }, locale) {
  const terms = TERMS.map((id) => ({ id, term: t(`term-${id}`), what: t(`term-${id}.what`) }));
  return terms.sort((a, b) => a.term.localeCompare(b.term, locale));
}
