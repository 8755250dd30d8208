/**
 * `<hw-source>`: where one figure comes from. Set `asked` to an id and it opens: value, range, status, reason, sources with the
 * place in them, quality, whom it was measured in, and what it would change.
 */
import { css, html, nothing } from 'lit';
import { has, t } from '../words/words.js';
import './define.js';
import { ownValue, ownStyles } from './own-value.js';
import { Panel } from './panel.js';
import { row as rowOf } from './assumptions.js';
import { noun, prices, say } from './say.js';
import { placeWords, sourceView } from './source.js';

const styles = css`
  dl { display: grid; }
  dl > div { display: grid; grid-template-columns: minmax(6rem, 30%) 1fr; gap: var(--s-3); padding: var(--s-2) 0;
    border-block-start: 1px solid var(--r-rule); }
  dt { color: var(--r-ink-2); }
  dd { overflow-wrap: anywhere; }
  .value { font: 600 var(--t-figure); }
  .sources li { padding-block: var(--s-2); border-block-start: 1px solid var(--r-rule); overflow-wrap: anywhere; }
  @media (max-width: 479px) { dl > div { grid-template-columns: 1fr; gap: 0; } }
`;

export class HwSource extends Panel {
  static properties = {
    engine: { attribute: false },
    /** The explanation of the plan on the page: what the figure changes. */
    explanation: { attribute: false },
    /** Id of a figure; setting it opens the panel. */
    asked: {},
    /** The scenario: the person's own value of the figure. */
    scenario: { attribute: false },
    refused: { state: true },
    found: { state: true },
    fault: { state: true },
  };

  static styles = [Panel.styles, ownStyles, styles];

  constructor() {
    super();
    this.refused = new Map();
  }

  willUpdate(changed) {
    if (changed.has('asked') && this.asked) this.#fetch(this.asked);
  }

  async #fetch(id) {
    [this.found, this.fault] = [null, ''];
    this.refused = new Map();
    this.open();
    try {
      const found = await this.engine.source(id);
      if (id === this.asked) this.found = found;
    } catch (error) {
      if (id !== this.asked) return;
      if (has(placeWords(id))) this.found = { id, type: 'place', label: t(placeWords(id)), status: 'published' };
      else this.fault = error?.faults?.[0]?.reason ?? error?.message ?? '';
    }
  }

  closed() {
    this.asked = '';
  }

  render() {
    if (!this.found) {
      const words =
        this.fault === '' || this.fault === undefined
          ? t('source-loading')
          : t('source-missing', { id: this.asked ?? '', reason: this.fault });
      return this.frame(t('source-title'), html`<p role="status">${words}</p>`);
    }
    const view = sourceView(this.found, this.explanation);
    return this.frame(
      view.label,
      html`${this.#facts(view)} ${this.#own(view)} ${this.#sources(view)} ${this.#changes(view)}`,
    );
  }

  #facts(view) {
    const row = (term, words) =>
      words && words !== nothing ? html`<div><dt>${t(`source-${term}`)}</dt><dd>${words}</dd></div>` : nothing;
    return html`<section>
      <dl>
        ${row('value', view.value ? html`<span class="value">${say(view.value)}</span>${view.price_year ? html` <span class="note">${prices(view.price_year)}</span>` : nothing}` : '')}
        ${row('range', view.range ? this.#range(view.range) : '')}
        ${row('drawn', view.notDrawn ? t('source-not-drawn', { why: view.notDrawn }) : '')}
        ${row('status', html`<span class="row"><hw-how .status=${view.status}></hw-how> ${t(`status-${view.status || 'unknown'}`)}</span>`)}
        ${view.used ? nothing : row('use', t('source-shown-only'))}
        ${row('why', view.why)} ${row('measured', view.measured ? t('source-measured-as', view.measured) : '')}
        ${row('who', view.applies_to)}
        ${row('grade', view.grade ? t(`grade-${view.grade}`) : '')}
        ${row('belief', view.belief ? html`${t(`belief-${view.belief.belief}`)} ${view.belief.reason}` : '')}
        ${row('period', view.period)} ${row('method', view.method)} ${row('where', view.where)} ${row('note', view.note)}
        ${row('checked', view.checked ? t('source-checked-in', { when: view.checked, how: view.seen_via || 'none' }) : '')}
        ${row('id', html`<code>${view.id}</code>`)}
      </dl>
    </section>`;
  }

  /** A figure that can be set is argued with on the spot. */
  #own(view) {
    if (!this.scenario || !view.used || typeof this.found.value !== 'number') return nothing;
    const context = {
      refused: this.refused,
      refuse: (id, verdict) => {
        this.refused = new Map(verdict ? [[id, verdict]] : []);
      },
      change: (detail) => this.dispatchEvent(new CustomEvent('hw-change', { detail, bubbles: true, composed: true })),
    };
    return html`<section>
      <h3>${t('source-own')}</h3>
      ${ownValue(rowOf(this.found, this.scenario.assumptions, this.explanation), context)}
    </section>`;
  }

  #range(range) {
    if (range.none !== undefined)
      return range.none ? t('source-no-range', { why: range.none }) : t('source-no-range-given');
    const words = t('source-range-words', { low: say(range.low), high: say(range.high) });
    const status = range.status ? html` <hw-how .status=${range.status}></hw-how>` : nothing;
    return html`${words}${status}`;
  }

  #sources(view) {
    const none = html`<p>${t(view.status === 'published' ? 'source-none-place' : 'source-none')}</p>`;
    const one = (source) => {
      const words = [source.author, source.year, source.title || source.id, source.publisher]
        .filter(Boolean)
        .join('. ');
      return html`<li>
        ${source.href ? html`<a href=${source.href} rel="external noopener">${words}</a>` : words}
        ${source.design || source.licence ? html`<p class="note">${[source.design, source.licence].filter(Boolean).join('. ')}</p>` : nothing}
        ${source.note ? html`<p class="note">${source.note}</p>` : nothing}
      </li>`;
    };
    return html`<section>
      <h3>${t('source-sources')}</h3>
      ${view.sources.length ? html`<ul class="sources">${view.sources.map(one)}</ul>` : none}
    </section>`;
  }

  #changes(view) {
    const list = view.changes.map((outcome) => noun(outcome));
    return html`<section>
      <h3>${t('source-changes')}</h3>
      ${list.length ? html`<ul class="dots">${list.map((words) => html`<li>${words}</li>`)}</ul>` : html`<p>${t('source-changes-nothing')}</p>`}
    </section>`;
  }
}
