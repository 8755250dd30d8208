/** Follow the money: the chain of one programme, stop by stop, with the quantity at each and how well it is known. */
import { html, nothing } from 'lit';
import { t } from '../words/words.js';
import { change } from './amounts.js';
import { LINK_WORDS } from './link-words.js';
import { say } from './say.js';
import { figureButton } from './why-parts.js';

/** Quantities that are not changes: what is paid, and whom it reaches. */
const PLAIN = { spending: 'said-pounds', people: 'said-people' };

export function chainPart(view, context, chosen, choose) {
  if (!view.chains.length) return nothing;
  const chain = view.chains.find((one) => one.programme === chosen) ?? view.chains[0];
  return html`<section>
    <h3>${t('chain-title')}</h3>
    <label class="pick">${t('chain-pick')}
      <select @change=${(event) => choose(event.target.value)}>
        ${view.chains.map((one) => html`<option value=${one.programme} ?selected=${one === chain}>${one.label}</option>`)}
      </select></label>
    <p class="note">${t(`account-${context.account}`, context.years)}. ${t('chain-alone')}</p>
    <ol class="line">${chain.stops.map((stop, index) => stopItem(stop, index === chain.stops.length - 1, context))}</ol>
    ${chain.healthCounted ? nothing : html`<p class="fault">${t('chain-health-not-counted')}</p>`}
    <p class="note">${chain.penceBack === null ? nothing : t('chain-pence', { pence: 100 * chain.penceBack })} ${t('chain-overlap')}</p>
  </section>`;
}

function stopItem(stop, end, context) {
  const [first, ...rest] = [...stop.links].sort((a, b) => Number(b.kind !== 'deaths') - Number(a.kind !== 'deaths'));
  return html`<li class=${end ? 'end' : ''}>
    <h4 class="note">${t(`chain-stop-${stop.kind}`)}</h4>
    ${quantity(first, 'n')} ${rest.map((link) => quantity(link, 'more'))}
    <p><hw-how .how=${stop.how}></hw-how></p>
    ${stopFigures(stop.figures, context)}
  </li>`;
}

/** How many figures of a stop stand open: enough to reach a source in two presses, few enough to keep the story short. */
const OPEN = 2;

function stopFigures(figures, context) {
  const list = (rows) => html`<ul>${rows.map((figure) => html`<li>${figureButton(figure, context)}</li>`)}</ul>`;
  const rest = figures.slice(OPEN);
  return html`${list(figures.slice(0, OPEN))}
    ${rest.length ? html`<details><summary class="note">${t('chain-figures', { n: rest.length })}</summary>${list(rest)}</details>` : nothing}`;
}

function quantity(link, kind) {
  const words = LINK_WORDS.has(link.words) ? t(link.words) : link.label;
  const size = PLAIN[link.kind] ? t(PLAIN[link.kind], { n: link.value }) : say(change(link.value, link.unit));
  return html`<p class=${kind}>${size} <small>${words}</small></p>`;
}
