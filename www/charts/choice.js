// A choice of what a picture is about. The picture follows at once; `hw-outcome` tells the page, which may make
// others follow.
import { html, nothing } from 'lit';
import { about } from '../views/outcomes.js';
import { say } from './say.js';

/**
 * @param {import('./picture.js').Picture & {outcome: string}} picture
 * @param {string[]} list ids of outcomes
 */
export function outcomeChoice(picture, list) {
  if (list.length < 2) return nothing;
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
