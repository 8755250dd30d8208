// A choice of what a picture is about. The picture follows at once; `hw-outcome` tells the page, which may make
// others follow.
import { html, nothing } from 'lit';
import { about } from '../views/outcomes.js';
import { say } from './say.js';

/**
 * @param {import('./picture.js').Picture & {outcome: string}} picture
 * @param {string[]} list ids of outcomes
 * @param {{least?: number}} [how] with fewer there is no choice; an answer made with the page knows one outcome only, and there
 *   the choice holds its room
 */
export function outcomeChoice(picture, list, { least = 2 } = {}) {
  if (list.length < least) return nothing;
  const choose = (event) => {
    picture.outcome = event.target.value;
    const detail = { outcome: picture.outcome };
    picture.dispatchEvent(new CustomEvent('hw-outcome', { detail, bubbles: true, composed: true }));
  };
  return html`
    <label class="choice">
      ${say({ id: 'pic-choice' })}
      <select @change=${choose}>
        ${list.map(
          (id) => html`<option value=${id} ?selected=${id === picture.outcome}>${say(about(id).noun)}</option>`,
        )}
      </select>
    </label>
  `;
}
