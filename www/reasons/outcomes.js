/** What the reasons must know of an outcome beyond what the pictures know (views/outcomes.js): what is counted, and whose part it is. */

/** Fluent id of the sentence that says what is counted. Parts of an outcome share the words of the whole. */
export function meaning(outcome) {
  const [family] = outcome.split('.');
  return `what-${family.replace(/_(cut|capacity|prevention|social_care|hospital)$/, '')}`;
}

/** The outcome whose parts explain this one: itself, or the whole it belongs to. */
export function explained(outcome, answer) {
  return answer.outcomes[outcome]?.part_of ?? outcome;
}
