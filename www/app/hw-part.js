// `<hw-part tag="hw-fan">`: a part of the page that is loaded when somebody comes near it, and drawn only while it can
// be seen. So the first answer is not kept waiting by pictures below it, and a moving lever only redraws what is in view.
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles/sheets.js';
import { learn, learnPictures } from '../words/browser.js';
import { t } from '../words/words.js';
import { inTurn } from './in-turn.js';

const modules = import.meta.glob(['../charts/hw-*.js', '../reasons/hw-*.js', '../elements/late/hw-*.js']);

/** @type {Record<string, () => Promise<unknown>>} how to load each element, by its tag */
const loaders = Object.fromEntries(
  Object.entries(modules).map(([path, load]) => [path.split('/').at(-1).replace('.js', ''), load]),
);

/** What the first screen draws waits for the words of pictures only. */
const FIRST = new Set(['hw-wire', 'hw-people', 'hw-fan']);

const NEAR = '400px';

/** When nothing else is to do; at once where a browser cannot tell. */
const idle = (act) => (globalThis.requestIdleCallback ?? ((now) => now()))(act);

export class HwPart extends LitElement {
  static properties = {
    /** Tag of the element. */
    tag: {},
    /** Its properties. */
    props: { attribute: false },
    /** Load at once, seen or not. */
    eager: { type: Boolean },
    /** Do not load yet, even when seen: the line is needed for the first answer. */
    hold: { type: Boolean },
    /** False while a lever moves: what is in sight is drawn in turn, what is out of sight when it rests. */
    settled: { attribute: false },
    /** Room to hold while it is not there, in rem. */
    room: { type: Number },
    state: { state: true },
  };

  static styles = [
    base,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }

      .wait {
        min-block-size: var(--room, 0);
      }
    `,
  ];

  #near = false;
  #child = null;
  #passed = {};
  #watch = new IntersectionObserver(([entry]) => this.#seen(entry.isIntersecting), { rootMargin: NEAR });
  #print = () => this.#seen(true);

  constructor() {
    super();
    this.props = {};
    this.settled = true;
    this.state = 'waiting';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.observe(this);
    addEventListener('beforeprint', this.#print);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
    removeEventListener('beforeprint', this.#print);
  }

  #seen(near) {
    this.#near = near;
    if (!near) return;
    this.#load();
    this.#pass();
  }

  async #load() {
    if (this.state !== 'waiting' || this.hold) return;
    const load = loaders[this.tag];
    this.state = load ? 'loading' : 'missing';
    if (!load) return;
    try {
      const [module] = await Promise.all([load(), FIRST.has(this.tag) ? learnPictures() : learn()]);
      this.#define(module);
      this.state = 'here';
    } catch {
      this.state = 'failed';
    }
  }

  /** Some modules name their element themselves, some only export its class. */
  #define(module) {
    if (customElements.get(this.tag)) return;
    const name = this.tag.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());
    if (module[name]) customElements.define(this.tag, module[name]);
  }

  updated() {
    if (this.room) this.style.setProperty('--room', `${this.room}rem`);
    if (this.eager || this.#near) this.#load();
    if (this.state === 'here' && !this.#child) {
      this.#child = document.createElement(this.tag);
      this.renderRoot.append(this.#child);
    }
    if (this.#near && this.settled) this.#pass();
    else if (this.#near) inTurn(this, () => this.#draw());
    else if (this.settled) idle(() => this.#pass());
  }

  async #draw() {
    this.#pass();
    await this.#child?.updateComplete;
  }

  /** Hands over what changed since the last time: what the element set for itself meanwhile stays. */
  #pass() {
    if (!this.#child) return;
    for (const [key, value] of Object.entries(this.props)) {
      if (this.#passed[key] !== value) this.#child[key] = value;
    }
    this.#passed = { ...this.props };
  }

  focus() {
    this.#child?.focus();
  }

  render() {
    if (this.state === 'here') return nothing;
    if (this.state === 'failed') return html`<p class="wait fault">${t('part-failed')}</p>`;
    return html`<p class="wait note">${this.state === 'missing' ? nothing : t('part-loading')}</p>`;
  }
}

customElements.define('hw-part', HwPart);
