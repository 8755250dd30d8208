// What the engine is doing, in words: nothing pulses, dims or spins.
import { html, nothing } from 'lit';
import { t } from '../words/words.js';

export function status(app) {
  const { status: is, faults, engine } = app.state;
  const stale = is === 'stale' || engine?.state === 'stale';
  if (faults.length === 0 && !stale) return nothing;
  return html`<div class="fault" role="alert">
    <p><b>${t(app.state.answer ? 'status-stale' : 'status-failed')}</b></p>
    <ul>
      ${faults.map(({ path, value, reason }) => html`<li>${t(path ? 'fault-at' : 'fault-plain', { path, value: String(value), reason })}</li>`)}
    </ul>
    ${
      app.state.undo.length > 0
        ? html`<button class="link" @click=${() => app.actions.step({ what: 'undo' })}>${t('history-undo')}</button>`
        : nothing
    }
  </div>`;
}
