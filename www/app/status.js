// What the engine is doing, in words: nothing pulses, dims or spins.
import { html, nothing } from 'lit';
import { has, t } from '../words/words.js';

export function status(app) {
  const { status: is, faults, engine } = app.state;
  if (faults.length === 0 && is !== 'stale' && !engine) return nothing;
  return html`<div class="fault told" role="alert">
    <p><b>${t(app.state.answer ? 'status-stale' : 'status-failed')}</b></p>
    ${engine ? html`<p>${t(engine.message)}</p>` : nothing}
    <ul>
      ${faults.map((fault) => html`<li>${refusal(fault)}</li>`)}
    </ul>
    <button class="link" @click=${() => app.actions.retry()}>${t('status-again')}</button>
    ${
      app.state.undo.length > 0
        ? html`<button class="link" @click=${() => app.actions.step({ what: 'undo' })}>${t('history-undo')}</button>`
        : nothing
    }
  </div>`;
}

/** What was refused of the plan: the part of it as people know it, what it comes to, why it cannot be. */
function refusal({ path, value, reason }) {
  const part = path.split(/[.: ]/)[0];
  const field = t(has(`field-${part}`) ? `field-${part}` : 'field-plan');
  return t(value ? 'fault-at' : 'fault-plain', { field, value: String(value), reason });
}

/** The page when there is no model: what is missing, and what can still be read. */
export function broken(app) {
  return html`<main class="page">
    <div class="in">
      <h1 class="q">${t('question-any')}</h1>
      <div class="fault told" role="alert">
        <p><b>${t('status-failed')}</b></p>
        <ul>
          ${app.broken.map(({ reason }) => html`<li>${reason}</li>`)}
        </ul>
        <button class="button" @click=${() => app.actions.start()}>${t('status-again')}</button>
        <p><a href="places/">${t('status-static')}</a></p>
      </div>
    </div>
  </main>`;
}
