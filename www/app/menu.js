// What one can open from the top of the page. Plain buttons: the part after `#` in the address is the plan, not a place
// on the page, so links cannot do this.
import { html, nothing } from 'lit';
import { t } from '../words/words.js';

/** Sections by their id, in the order of the page. */
export const SECTIONS = [
  'programmes',
  'presets',
  'compare',
  'turns',
  'backwards',
  'history',
  'assumptions',
  'weights',
  'share',
  'map',
  'about',
];

export function menu(app) {
  const go = (what) => () => app.actions.open({ what });
  return html`
    <button class="link" aria-expanded=${app.menu ? 'true' : 'false'} aria-controls="menu"
      @click=${() => {
        app.menu = !app.menu;
      }}>${t('menu')}</button>
    ${app.state.present ? html`<button class="link" @click=${go('present')}>${t('present-leave')}</button>` : nothing}
    <nav id="menu" class="menu" aria-label=${t('menu')} ?hidden=${!app.menu}>
      <ul>
        ${['place', ...SECTIONS].map(
          (what) => html`<li><button class="link" @click=${go(what)}>${t(`menu-${what}`)}</button></li>`,
        )}
        <li><button class="link" @click=${go('present')}>${t(app.state.present ? 'present-leave' : 'present-on')}</button></li>
        <li><button class="link" @click=${() => print()}>${t('menu-print')}</button></li>
      </ul>
    </nav>
  `;
}
