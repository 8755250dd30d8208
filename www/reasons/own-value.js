/** The box for a person's own value of a figure, with what the page makes of what was typed. */
import { css, html, noChange, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../words/words.js';
import { isHundredths, shown } from './amounts.js';
import { changeOf, judge } from './assumptions.js';
import { minus } from './say.js';

export const ownStyles = css`
  .own {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s-1) var(--s-3);
    align-items: center;
  }
  .own .box {
    display: inline-flex;
    align-items: center;
    gap: var(--s-1);
  }
  .own input {
    inline-size: 9rem;
    padding-inline: var(--s-2);
  }
  .own input[aria-invalid='true'] {
    border: 3px solid var(--r-worse-edge);
  }
  .says:empty {
    display: none;
  }
`;

/**
 * @param {{figure: object, own: number|undefined, verdict: string}} row of `assumptions.row`
 * @param {{change: Function, refuse: Function, refused: Map<string, string>}} context
 * @param {unknown} [more] further buttons
 */
export function ownValue({ figure, own, verdict }, context, more = nothing) {
  const refused = context.refused.get(figure.id);
  const says = refused ?? verdict;
  const id = `own-${figure.id.replaceAll('.', '-')}`;
  // What cannot be used stays in the box with the reason beside it.
  const value = refused ? noChange : live(own === undefined ? '' : String(shown(own, figure.unit)));
  return html`<div class="own">
      <label for=${id}>${t('assumptions-your-value')}<span class="vh">: ${figure.label}</span></label>
      <span class="box">${figure.unit.startsWith('gbp') ? '£' : nothing}
        <input id=${id} inputmode="decimal" autocomplete="off" .value=${value}
          placeholder=${minus(String(shown(figure.value, figure.unit)))} aria-describedby="${id}-says" aria-invalid=${refused ? 'true' : 'false'}
          @change=${(event) => read(event, figure, context)} />
        ${isHundredths(figure.unit) ? t('assumptions-in-100') : nothing}</span>
      ${own === undefined && !refused ? nothing : html`<button type="button" class="link" @click=${() => back(figure, context)}>${t('assumptions-back')}<span class="vh"> ${figure.label}</span></button>`}
      ${more}
    </div>
    <p id="${id}-says" class="says ${refused ? 'fault' : ''}" role="status">${says === 'ours' ? nothing : t(`verdict-${says}`)}</p>`;
}

function read(event, figure, { change, refuse }) {
  const { value, verdict } = judge(figure, event.target.value);
  const wrong = verdict === 'impossible' || verdict === 'not-a-number';
  refuse(figure.id, wrong ? verdict : null);
  if (!wrong) change(changeOf(figure, value));
}

function back(figure, { change, refuse }) {
  refuse(figure.id, null);
  change(changeOf(figure, null));
}
