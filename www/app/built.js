// The first answer, worked out when the page was made: it stands in for the model's until that is there, and for nothing but
// the default plan in the very place it was made for. `shownOf` is the one place that says which answer is on screen.
import { builtAnswer } from '../engine/built.js';
import { isOf } from '../views/first-screen.js';
import { DEFAULT_PRESET } from './link.js';
import { same } from './overlay.js';
import { presets } from './presets.js';

const isDefault = (scenario) => same(scenario, presets[DEFAULT_PRESET]);

/**
 * Looks for it, for a page that begins with one place and the default plan.
 * @param {{codes: string[]}} place @param {object} scenario
 */
export async function findBuilt({ codes }, scenario) {
  if (codes.length !== 1 || !isDefault(scenario)) return null;
  const built = await builtAnswer(codes[0]);
  return built && isDefault(built.answer.scenario) ? built : null;
}

/** What is left of it once the model says which versions it has. @param {object | null} built @param {object} about */
export const keptBuilt = (built, about) => (built && isOf(built, about) ? built : null);

/** It, while it is on screen: until the model has answered or failed, in the place it is of. */
function standing({ built, answer, status, place }) {
  if (!built || answer || status === 'failed') return null;
  return place.codes.length === 1 && place.codes[0] === built.answer.place.code ? built : null;
}

/** The answer on screen: the model's, or the one made with the page; null while there is neither. @param {object} state */
export const shownOf = (state) => state.answer ?? standing(state)?.answer ?? null;

/**
 * Why the answer on screen is not the model's; null if it is, or if there is none. `changed`: somebody has moved a lever
 * since, and what that comes to is not known before the model is there.
 * @param {object} state
 * @returns {null | 'same' | 'changed'}
 */
export const madeBefore = (state) => standing(state) && (isDefault(state.scenario) ? 'same' : 'changed');

/** What the levers can be: as the model describes them, or as they were when the page was made. @param {object} app */
export const slidersOf = ({ engine, state }) => engine?.describe.sliders ?? standing(state)?.sliders ?? [];
