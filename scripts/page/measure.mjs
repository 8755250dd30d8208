// How fast the page is, in a real browser: the first answer on an emulated mid-range phone, and a slider in motion.

import { chromium as playwright } from 'playwright-core';
import { serve } from './server.mjs';

/** The phone of the goals: a quarter of this processor's speed, 1.6 Mbit/s, 150 ms there and back. */
const PHONE = { cpu: 4, kilobits: 1600, latency: 150 };
const LOADS = 7;
/** A link to a place. */
const LINKED = '#place=E08000004';
const MOVES = 500;
/** Seconds of dragging in which long tasks are looked for. */
const DRAG = 5;
const VIEWPORT = { width: 390, height: 844 };

/**
 * Measures the page in a folder.
 * @param {string} folder of the built page @param {string} browserPath
 */
export async function measurePage(folder, browserPath, { loads = LOADS, moves = MOVES, drag = DRAG } = {}) {
  const server = await serve(folder);
  const browser = await playwright.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const first = [];
    const linked = [];
    for (let load = 0; load < loads; load += 1) {
      first.push(await visit(browser, server.url));
      linked.push(await visit(browser, `${server.url}${LINKED}`));
    }
    const plain = await sliding(browser, server.url, { cpu: 1, moves, drag });
    const slowed = await sliding(browser, server.url, { cpu: PHONE.cpu, moves, drag });
    return { browser: browser.version(), first, linked, plain, slowed };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function throttle(page, { cpu = 1, kilobits = 0, latency = 0 }) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  if (kilobits === 0) return;
  const throughput = (kilobits * 1000) / 8;
  const line = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
}

/**
 * Notes, in the page, when these were painted: the first true sentence, be it text in the page; the first answer, by the elements
 * that draw every answer, with its beads, its 100 people and its line over the years; and the model's own.
 */
function watch() {
  window.headwaterTimes = {};
  const note = (name) =>
    requestAnimationFrame(() => setTimeout(() => (window.headwaterTimes[name] ??= performance.now())));
  const drawn = (app) => {
    const parts = [...(app?.shadowRoot?.querySelectorAll('hw-part') ?? [])];
    const picture = (tag) => parts.find((part) => part.tag === tag)?.shadowRoot?.querySelector(tag)?.shadowRoot;
    return ['hw-wire', 'hw-people', 'hw-fan'].every((tag) =>
      picture(tag)?.querySelector('figure svg :is(path, circle)'),
    );
  };
  const look = () => {
    const app = document.querySelector('hw-app');
    const answer = app?.shadowRoot?.querySelector('hw-answer')?.shadowRoot?.textContent ?? '';
    // A link to a place is not answered by the example.
    const built = location.hash ? '' : (document.querySelector('[slot=first]')?.textContent ?? '');
    if (/\d/.test(built + answer)) note('sentence');
    const whole = drawn(app);
    if (/\d/.test(answer) && whole) note('first');
    if (app?.state?.answer && /\d/.test(answer)) {
      note('answer');
      if (whole) return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** One visit with an empty cache on the phone: milliseconds from navigation. */
export async function visit(browser, url) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await throttle(page, PHONE);
  await page.addInitScript(watch);
  let bytes = 0;
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes().catch(() => null);
    bytes += sizes ? sizes.responseBodySize + sizes.responseHeadersSize : 0;
  });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.headwaterTimes?.answer && window.headwaterTimes.first, null, {
    timeout: 120_000,
    polling: 100,
  });
  const times = await page.evaluate(() => window.headwaterTimes);
  await context.close();
  return { ...times, bytes };
}

/** A slider moved many times, one after another, and then dragged without waiting. */
async function sliding(browser, url, { cpu, moves, drag }) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('hw-app')?.state?.answer, null, { timeout: 120_000 });
  await page.waitForTimeout(1500);
  await throttle(page, { cpu });
  const times = await page.evaluate(moveOften, moves);
  const tasks = await page.evaluate(dragOn, drag);
  await context.close();
  return { ...times, ...tasks };
}

/**
 * In the page, for each move: from the event to the model's answer, to the sentence that says it being laid out and ready to
 * be painted, and to the frame that shows it.
 */
async function moveOften(moves) {
  const app = document.querySelector('hw-app');
  const sentence = app.shadowRoot.querySelector('hw-answer');
  const said = (state) => state.moved ?? state.answer;
  const range = app.shadowRoot.querySelector('hw-lever').shadowRoot.querySelector('input[type=range]');
  const [low, high, step] = [range.min, range.max, range.step].map(Number);
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const answered = [];
  const ready = [];
  const shown = [];
  for (let move = 0; move < moves; move += 1) {
    const before = said(app.state);
    const value = low + step * (1 + ((move * 7) % Math.floor((high - low) / step - 1)));
    const start = performance.now();
    const arrived = new Promise((done) => {
      const stop = app.store.subscribe((state) => {
        if (said(state) === before) return;
        stop();
        done(performance.now());
      });
    });
    range.value = String(value);
    range.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    answered.push((await arrived) - start);
    await app.updateComplete;
    await sentence.updateComplete;
    sentence.getBoundingClientRect();
    ready.push(performance.now() - start);
    shown.push((await painted()) - start);
  }
  range.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  return { answered, ready, shown };
}

/** In the page: a drag with an event for every frame; how long the longest tasks were and how many answers came. */
async function dragOn(seconds) {
  const app = document.querySelector('hw-app');
  const range = app.shadowRoot.querySelector('hw-lever').shadowRoot.querySelector('input[type=range]');
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  let answers = 0;
  const said = (state) => state.moved ?? state.answer;
  let last = said(app.state);
  const stop = app.store.subscribe((state) => {
    if (said(state) !== last) answers += 1;
    last = said(state);
  });
  const until = performance.now() + seconds * 1000;
  const [low, high] = [range.min, range.max].map(Number);
  while (performance.now() < until) {
    const phase = (performance.now() / 2000) % 1;
    range.value = String(low + (high - low) * Math.abs(2 * phase - 1));
    range.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await new Promise((done) => requestAnimationFrame(done));
  }
  await new Promise((done) => setTimeout(done, 300));
  observer.disconnect();
  stop();
  return { tasks, answers };
}
