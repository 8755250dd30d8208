// `<hw-app>`: the page. It holds the state, asks the engine, and arranges the sections; each section is its own element.
import { LitElement, nothing } from 'lit';
import { openEngine } from '../engine/engine.js';
import { base } from '../styles/sheets.js';
import { spokenAnswer, spokenRanges } from '../words/answer.js';
import { t } from '../words/words.js';
import { createAddress } from './address.js';
import { appCss } from './app-css.js';
import { appWideCss } from './app-wide-css.js';
import { findBuilt, keptBuilt, madeBefore, shownOf, slidersOf } from './built.js';
import { changed } from './complete.js';
import { keepFocusInSight } from './keep-focus.js';
import { readLink } from './link.js';
import { createLive } from './live.js';
import { SECTIONS } from './menu.js';
import { placeOf, unknownCodes } from './place.js';
import { presets } from './presets.js';
import { createRanges, rangesOf } from './ranges.js';
import { createRunner, faultsOf } from './runner.js';
import { page } from './page.js';
import { broken } from './status.js';
import { createStore } from './store.js';

/** Where to go for what is no section that opens. */
const PLACES_ON_PAGE = { place: 'hw-place-picker', funding: '#funding' };

/** Milliseconds after which somebody wonders whether anything happens. */
const WONDER_AFTER = 400;

/** Calls back once the next frame has been drawn; without one, as in a hidden tab, a little later. */
function painted(act) {
  if (document.hidden) setTimeout(act);
  else requestAnimationFrame(() => setTimeout(act));
}

export class HwApp extends LitElement {
  static styles = [base, appCss, appWideCss];

  static properties = {
    state: { state: true },
    picking: { state: true },
    menu: { state: true },
    placeFaults: { state: true },
    spoken: { state: true },
    asked: { state: true },
    broken: { state: true },
    opened: { state: true },
    docked: { state: true },
    working: { state: true },
    /** Whether what lies below the first answer is drawn too: it waits until that has been. */
    whole: { state: true },
  };

  #live = createLive((text) => {
    this.spoken = text;
  });
  #spokenAnswer = null;
  /** The answer whose ranges were spoken of: they come in stages and are told once. */
  #spokenRanges = null;
  #wait = null;
  /** What a link asks the reasons for: its outcome, plan and places. @type {import('./link.js').Link | null} */
  #wanted = null;
  #lever = null;

  constructor() {
    super();
    this.picking = false;
    this.menu = false;
    this.placeFaults = [];
    this.spoken = '';
    this.asked = null;
    this.broken = null;
    this.opened = {};
    this.docked = false;
    this.working = false;
    this.whole = false;
    this.actions = {
      start: () => this.#start(),
      retry: () => this.runner.retry(),
      ranges: () => this.ranges?.retry(),
      change: (detail) => this.#change(detail),
      place: (detail) => this.#choosePlace(detail),
      step: ({ what }) => this.#step(what),
      open: (detail) => this.#open(detail),
      why: (detail) => {
        this.asked = { ...detail };
      },
      set: (patch, how) => this.store.set(patch, how),
    };
  }

  #lose = () => {};

  connectedCallback() {
    super.connectedCallback();
    this.#start();
    addEventListener('keydown', this.#keys);
    addEventListener('pointerdown', this.#away);
    this.#lose = keepFocusInSight(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#keys);
    removeEventListener('pointerdown', this.#away);
    this.#lose();
    clearTimeout(this.#wait);
    this.#live.stop();
    this.#sight.disconnect();
    this.address?.stop();
    this.runner?.stop();
    this.ranges?.stop();
  }

  /** The lever is docked while it is out of sight. */
  #sight = new IntersectionObserver(([entry]) => {
    this.docked = !entry.isIntersecting && entry.boundingClientRect.bottom < 0;
  });

  firstUpdated() {
    // The plain page inside the element has done its duty.
    this.querySelector('.without')?.remove();
  }

  /** The lever is another one after the page could not start and was started again. */
  updated() {
    const lever = this.renderRoot.querySelector('.lever');
    if (lever === this.#lever) return;
    this.#lever = lever;
    this.#sight.disconnect();
    if (lever) this.#sight.observe(lever);
  }

  async #start() {
    this.broken = null;
    const link = readLink(location.hash, presets);
    const first = {
      place: placeOf(link.codes),
      scenario: link.scenario,
      linked: link.scenario,
      notices: link.faults,
      present: link.present,
      seed: link.seed,
    };
    this.store = createStore(first);
    this.state = this.store.state;
    this.#wanted = link.why === null ? null : link;
    this.store.subscribe((state) => this.#became(state));
    this.#showFirst();
    try {
      this.engine = await openEngine({
        onstate: (state) => this.#engineIs(state),
        first: () => {
          const { place, scenario } = this.store.state;
          return { codes: place.codes, scenario, shown: madeBefore(this.store.state) === 'same' };
        },
      });
    } catch (error) {
      this.broken = faultsOf(error);
      return;
    }
    this.store.set({
      ...this.#checked(link),
      built: keptBuilt(this.state.built, this.engine.about),
      engineReady: true,
    });
    this.runner = createRunner(this.engine, this.store);
    this.ranges = createRanges(this.engine, this.store);
    this.address = createAddress(this.store, this.engine.about, presets, (changedLink) => this.#follow(changedLink));
  }

  /** Until the model has answered, what it said of the default plan in this place when the page was made. */
  async #showFirst() {
    const { store } = this;
    const built = await findBuilt(store.state.place, store.state.scenario);
    if (store !== this.store || store.state.answer) return;
    store.set({ built: this.engine ? keptBuilt(built, this.engine.about) : built });
  }

  /** What only the engine can tell of a link: places it does not know, versions that have passed. */
  #checked(link) {
    const { about, places } = this.engine;
    const unknown = unknownCodes(link.codes, places);
    const notices = [...link.faults, ...unknown.map((value) => ({ key: 'place', value, reason: 'unknown' }))];
    const old = [
      ['m', link.model, about.model],
      ['e', link.evidence, about.evidence],
    ].filter(([, then, now]) => then !== null && then !== now);
    notices.push(...old.map(([key, value, now]) => ({ key, value, reason: 'version', now })));
    return {
      place: placeOf(
        link.codes.filter((code) => !unknown.includes(code)),
        places,
      ),
      notices,
    };
  }

  /** Only what people must know: that it is working shows by itself, twice for each move of a lever. */
  #engineIs(engine) {
    const said = ['stale', 'failed'].includes(engine.state) ? engine : null;
    if (said !== this.store.state.engine) this.store.set({ engine: said });
  }

  #became(state) {
    this.state = state;
    document.documentElement.toggleAttribute('data-present', state.present);
    const named = state.place.example ? '' : this.placeName;
    document.title = named ? t('page-title-place', { place: named }) : t('page-title');
    this.#watchWork(state);
    // Once there is an answer, or it is known why there is none.
    if (!this.whole && (state.answer || state.faults.length > 0)) painted(() => (this.whole = true));
    if (state.answer && state.answer !== this.#spokenAnswer && !state.guess?.asking) {
      this.#spokenAnswer = state.answer;
      this.#live.say(spokenAnswer(state.answer, this.placeName));
    }
    this.#speakRanges(state);
    this.#askWanted();
  }

  /** Opens the reasons for the figure that a link asks about, once the model has answered the link's own plan in its place. */
  #askWanted() {
    if (!this.#wanted || !this.state.answer) return;
    const { answer, answered, place, scenario, notices } = this.state;
    const { why: outcome, codes, scenario: asked } = this.#wanted;
    const there = codes.length === 0 ? place.example : String(place.codes) === String(codes);
    // Whoever has changed the plan or the place meanwhile has another question.
    if (!there || scenario !== asked) this.#wanted = null;
    if (!this.#wanted || answered?.place !== place || answered?.scenario !== scenario) return;
    this.#wanted = null;
    const series = Object.hasOwn(answer.outcomes, outcome) ? answer.outcomes[outcome] : null;
    // What has no sum over the years, such as life expectancy, is asked about in the last of them.
    if (series) this.actions.why({ outcome, year: null, figure: series.by_horizon ? 'by_horizon' : 'difference' });
    else this.store.set({ notices: [...notices, { key: 'why', value: outcome, reason: 'why' }] });
  }

  /** Once for each answer, when its first ranges are there: with the answer itself if that was not yet read out. */
  #speakRanges(state) {
    const { ranges } = rangesOf(state);
    if (!ranges || !state.ranges.whole || state.moving || state.guess?.asking || this.#spokenRanges === state.answer)
      return;
    this.#spokenRanges = state.answer;
    this.#live.add(spokenRanges(state.answer, ranges));
  }

  /** Says that it is working only when that takes long enough to wonder. */
  #watchWork({ answered, answer, place, scenario, faults }) {
    const waiting =
      Boolean(answer) && faults.length === 0 && (answered?.place !== place || answered?.scenario !== scenario);
    if (!waiting) {
      clearTimeout(this.#wait);
      this.#wait = null;
      this.working = false;
    } else if (this.#wait === null) {
      this.#wait = setTimeout(() => {
        this.working = true;
      }, WONDER_AFTER);
    }
  }

  get placeName() {
    return this.state.place.name ?? shownOf(this.state)?.place.name ?? '';
  }

  #follow(link) {
    const { place, notices } = this.#checked(link);
    const same = JSON.stringify(place.codes) === JSON.stringify(this.state.place.codes);
    const patch = {
      scenario: link.scenario,
      linked: link.scenario,
      notices,
      present: link.present,
      seed: link.seed,
      ...(same ? {} : { place }),
    };
    this.store.set(patch, { label: t('step-link'), undoable: true });
    this.#wanted = link.why === null ? null : link;
    this.#askWanted();
  }

  #change({ path, value, label, moving = false }) {
    if (path === 'place' || path === 'place.codes') return this.#choosePlace({ codes: [value].flat(), files: [] });
    if (path === 'scenario') return this.store.set({ scenario: value }, { label, path, undoable: true });
    const scenario = changed(this.state.scenario, path, value, slidersOf(this));
    return this.store.set({ scenario }, { label, path, undoable: true, moving });
  }

  async #choosePlace({ codes, files }) {
    this.placeFaults = [];
    this.working = true;
    const place = codes.length + files.length > 0 ? { codes, files } : placeOf([], this.engine.places);
    try {
      const about = (await this.runner.seat(place)) ?? {};
      const named = place.example ? place : { ...place, ...about, codes, files };
      this.store.set(
        { place: named, guess: null },
        { label: t('step-place', { place: named.name ?? '' }), undoable: true },
      );
      this.picking = false;
      await this.updateComplete;
      this.renderRoot.querySelector('#answer')?.focus({ preventScroll: true });
    } catch (error) {
      this.placeFaults = faultsOf(error);
    } finally {
      this.working = false;
    }
  }

  #step(what) {
    if (what === 'reset') this.store.reset(t('step-reset'));
    else this.store[what]();
  }

  async #open({ what }) {
    this.menu = false;
    if (what === 'place') this.picking = !this.picking;
    else if (SECTIONS.includes(what)) this.opened = { ...this.opened, [what]: true };
    if (what === 'present') this.store.set({ present: !this.state.present });
    if (what === 'guess') this.store.set({ guess: { asking: true } });
    await this.updateComplete;
    const target = this.renderRoot.querySelector(PLACES_ON_PAGE[what] ?? `#${CSS.escape(what)} > summary`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus();
  }

  #keys = (event) => {
    if (event.key !== 'Escape') return;
    if (this.menu) {
      this.menu = false;
      this.renderRoot.querySelector('[aria-controls=menu]')?.focus();
    } else if (this.state?.present) this.store.set({ present: false });
  };

  #away = (event) => {
    const inside = event.composedPath().some((node) => node.classList?.contains('top'));
    if (!inside) this.menu = false;
  };

  render() {
    if (this.broken) return broken(this);
    if (!this.state) return nothing;
    return page(this);
  }
}

customElements.define('hw-app', HwApp);
