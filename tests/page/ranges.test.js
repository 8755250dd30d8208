// Possible futures in a real page: two workers, stages, interruptions, and ranges that sentence, drawing, table and file share.
import AxeBuilder from '@axe-core/playwright';
import { drawAll, settled, START } from '../../scripts/page/states.mjs';
import { allRun, answered, answerText, expect, LONG, lever, test } from './support.js';

const PATIENCE = Number(process.env.HEADWATER_PATIENCE ?? 1) || 1;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Waits until ranges of the plan on screen are there. @param {{whole?: boolean}} [how] to the end of life */
async function ranged(page, { whole = false } = {}) {
  await page.waitForFunction((all) => {
    const { state } = document.querySelector('hw-app');
    return state.ranges && state.answered?.scenario === state.scenario && (!all || state.ranges.whole);
  }, whole);
  await expect(page.locator('hw-answer .sentence')).toContainText('In 9 of 10 model runs', LONG);
}

async function open(page, site, fragment = START) {
  await page.goto(`${site}${fragment}`);
  await answered(page);
}

const fan = (page) => page.locator('hw-fan').first();
const number = (text) => Number(text.replaceAll('−', '-').replaceAll(/[^\d.-]/g, ''));

/** A change in words, as the sentence has it: "between 6 and 29 fewer" as its two ends. */
function ends(text) {
  const one = /it is between ([\d,]+) and ([\d,]+) (fewer|more)/.exec(text);
  if (one) {
    const sizes = [number(one[1]), number(one[2])];
    return one[3] === 'fewer' ? [-sizes[1], 0 - sizes[0]] : sizes;
  }
  const both = /it is between ([\d,]+) fewer and ([\d,]+) more/.exec(text);
  return [-number(both[1]), number(both[2])];
}

const said = (value) => (Math.abs(value) < 10 ? Math.round(value) : Number(value.toPrecision(2))) + 0;

async function broken(page, part) {
  const axe = new AxeBuilder({ page }).include({ fromShadowDom: ['hw-app', part] }).withTags(TAGS);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' ')).slice(0, 5)]);
}

test('the middle line comes first, ranges follow, and sentence, drawing, table, file and engine say the same', async ({
  page,
  site,
}) => {
  await open(page, site);
  expect(await answerText(page)).not.toContain('9 of 10');
  await expect(page.locator('hw-answer .notes')).toContainText('is being worked out');
  await ranged(page);
  await allRun(page);
  await drawAll(page);
  const text = await answerText(page);
  const year = Number(/By (\d{4})/.exec(text)[1]);
  const values = await page.evaluate((at) => {
    const { state } = document.querySelector('hw-app');
    const i = Array.from(state.answer.years).indexOf(at);
    const found = state.ranges.found.outcomes.emergency_admissions.difference;
    return ['low90', 'low50', 'high50', 'high90', 'below_zero'].map((key) => found[key][i]);
  }, year);
  // The sentence.
  expect(ends(text)).toEqual([said(values[0]), said(values[3])]);
  // The table and the file, digit for digit.
  await fan(page).getByText('Show as a table').first().click();
  const row = fan(page)
    .locator('tbody tr', { hasText: String(year) })
    .first();
  const cells = (await row.locator('th, td').allInnerTexts()).map(number);
  const file = await fan(page).evaluate((node) => node.csv());
  const line = file
    .split('\r\n')
    .find((each) => each.startsWith(`${year},`))
    .split(',')
    .map(Number);
  expect(cells).toEqual(line);
  expect(line.slice(-5)).toEqual(values.map((value) => Number(value.toFixed(2)) + 0));
  // What is heard of the drawing, and what is drawn: two bands.
  expect(await fan(page).getByRole('slider').getAttribute('aria-valuetext')).toContain('In 9 of 10 model runs');
  await expect(fan(page).locator('path.band90')).toHaveCount(1);
  await expect(fan(page).locator('path.band50')).toHaveCount(1);
  // Two workers where there are cores, beside the one that answers.
  const [workers, cores] = await page.evaluate(() => [
    document.querySelector('hw-app').engine.futures.workers,
    navigator.hardwareConcurrency,
  ]);
  expect(workers).toBe(cores > 1 ? 2 : 1);
  expect(page.workers().length).toBeGreaterThanOrEqual(workers + 1);
});

/** In the page: for each worker whether it was opened after the answer; and how many there were when the first last spoke. */
function noteWorkers() {
  const Own = Worker;
  window.opened = [];
  window.Worker = class extends Own {
    constructor(...given) {
      super(...given);
      window.opened.push(Boolean(document.querySelector('hw-app')?.state?.answer));
      if (window.opened.length > 1) return;
      this.addEventListener('message', () => (window.counted = window.opened.length), true);
    }
  };
}

test('a worker of futures is there before the answer asks for ranges, and fetches nothing the answer waits for', async ({
  page,
  site,
}) => {
  const name = (request) => new URL(request.url()).pathname.split('/').at(-1);
  const happened = [];
  page.on('request', (request) => happened.push(`asked ${name(request)}`));
  page.on('requestfinished', (request) => happened.push(`here ${name(request)}`));
  await page.addInitScript(noteWorkers);
  await open(page, site);
  // The one that answers, and the first that runs futures: neither waited for the answer, since one is on screen already.
  expect((await page.evaluate(() => window.opened)).slice(0, 2)).toEqual([false, false]);
  const modules = happened.flatMap((what, at) => (/^asked .*\.wasm$/.test(what) ? [at] : []));
  expect(modules.length).toBe(2);
  const first = happened[modules[0]].replace('asked', 'here');
  for (const file of ['here E08000004.json', 'here evidence.json', 'here definitions.json', 'here index.json', first]) {
    expect(happened.indexOf(file), file).toBeGreaterThanOrEqual(0);
    expect(happened.indexOf(file), file).toBeLessThan(modules[1]);
  }
});

test('a plan of a link, which nothing answers before the model, has the machine to itself', async ({ page, site }) => {
  await page.addInitScript(noteWorkers);
  await open(page, site, `${START}&shift=2`);
  expect(await page.evaluate(() => document.querySelector('hw-app').state.answer.scenario.shift.share_of_acute)).toBe(
    0.02,
  );
  // Up to the last word of the first worker, which is its answer, there was no other.
  expect(await page.evaluate(() => window.counted)).toBe(1);
});

/** In the page: moves money as a lever does, a whole answer with its ranges each time; gives how many came. */
async function asUnderALever() {
  const app = document.querySelector('hw-app');
  const { scenario } = app.state.answered;
  let came = 0;
  for (const share_of_acute of [0.004, 0.006, 0.008]) {
    const moved = JSON.stringify({ ...scenario, shift: { ...scenario.shift, share_of_acute } });
    await app.engine.futures.ask(moved, { seed: 1, moving: true }, ({ answer }) => {
      came += answer ? 1 : 0;
    });
  }
  return came;
}

test('futures are asked for 250 at a time; two workers hold 64 MB at the most, after a thousand and under a lever', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    window.spans = new Set();
    Worker.prototype.postMessage = function postMessage(message, ...more) {
      if (message?.path?.at(-1) === 'futures') {
        const { first, last, set_in_motion: whole } = message.argumentList[1].value;
        if (whole) window.spans.add(`${first} to ${last}`);
      }
      return post.call(this, message, ...more);
    };
  });
  await open(page, site);
  await allRun(page);
  expect(await page.evaluate(() => [...window.spans])).toEqual(['1 to 250', '251 to 500', '501 to 750', '751 to 1000']);
  const held = async () => {
    const pages = await page.evaluate(() => document.querySelector('hw-app').engine.futures.pages());
    return pages.reduce((sum, own) => sum + own * 65536, 0);
  };
  expect(await held()).toBeLessThan(64e6);
  // Whether it is quick enough is measured once more after the last of them.
  const quick = await page
    .waitForFunction(() => document.querySelector('hw-app').engine.futures.quick, null, { timeout: 10_000 * PATIENCE })
    .then(() => true)
    .catch(() => false);
  test.skip(!quick, 'this machine is too slow for bands under a lever: what they hold was not looked at');
  expect(await page.evaluate(asUnderALever)).toBe(3);
  expect(await held()).toBeLessThan(64e6);
});

test('ranges are told once by the polite region, not at every stage, and whole lives follow', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    window.heard = [];
    const watch = new MutationObserver(() => {
      const text = document.querySelector('hw-app')?.shadowRoot?.querySelector('[role=status].vh')?.textContent;
      if (text && text !== window.heard.at(-1)) window.heard.push(text);
    });
    const begin = () => {
      const root = document.querySelector('hw-app')?.shadowRoot;
      if (root) watch.observe(root, { subtree: true, childList: true, characterData: true });
      else setTimeout(begin, 20);
    };
    begin();
  });
  await open(page, site);
  await ranged(page, { whole: true });
  await page.waitForTimeout(1500);
  const heard = await page.evaluate(() => window.heard);
  expect(heard.filter((text) => text.includes('Ranges are ready')).length).toBe(1);
  // Under each estimate the runs have a wire of their own, and the table of the list has the same shares.
  await drawAll(page);
  const shares = await page.evaluate(() =>
    Object.values(document.querySelector('hw-app').state.ranges.found.estimates).map(
      ({ set_in_motion: all }) => all.above_zero,
    ),
  );
  await expect(page.locator('hw-wire .each li')).toHaveCount(shares.length);
  const file = await page.locator('hw-rivals').evaluate((node) => node.csv());
  const told = file
    .split('\r\n')
    .slice(1, 1 + shares.length)
    .map((line) => Number(line.split(',').at(-5)));
  expect([...told].sort()).toEqual(shares.map((share) => Number(share.toFixed(2))).sort());
  expect.soft(await broken(page, '.right'), 'with ranges').toEqual([]);
});

test('the first 250 of 1,000 runs are called so, in note, pictures and table, until the others are there', async ({
  page,
  site,
}) => {
  await open(page, site);
  await ranged(page);
  await drawAll(page);
  const told = () =>
    page.evaluate(() => {
      const { state } = document.querySelector('hw-app');
      const text = (node) => node.shadowRoot.querySelector('figure, .box').textContent;
      const all = [...document.querySelector('hw-app').shadowRoot.querySelectorAll('hw-answer, hw-part')]
        .map((node) => (node.tagName === 'HW-PART' ? node.shadowRoot.querySelector('hw-fan, hw-ledger') : node))
        .filter((node) => node?.shadowRoot.querySelector('figure, .box'));
      return { draws: state.ranges.draws, all: all.map(text), file: all.at(1).csv() };
    });
  const first = await told();
  test.skip(first.draws !== 250, 'the thousand were there before anybody looked');
  expect(first.all.length).toBe(3);
  for (const text of first.all) expect(text).toContain('so far the first 250 of 1,000');
  expect(first.file).toContain('(first 250 of 1,000)');
  expect.soft(await broken(page, '.right'), 'first of more').toEqual([]);
  const comes = await page
    .waitForFunction(() => document.querySelector('hw-app').state.ranges.draws === 1000, null, LONG)
    .catch(() => null);
  test.skip(!comes, 'a machine that makes no thousand');
  await expect(page.locator('hw-answer .notes')).toContainText('1,000 model runs');
  // What is out of sight is drawn again when nothing else is to do.
  await expect
    .poll(async () => {
      const { all, file } = await told();
      return [...all, file].some((text) => text.includes('first 250'));
    })
    .toBe(false);
});

test('a newer plan drops what is in flight; until its ranges are there the old ones are an outline', async ({
  page,
  site,
}) => {
  await open(page, site);
  await ranged(page);
  await drawAll(page);
  // A machine on which ranges cannot keep up with a lever.
  await page.evaluate(() => {
    const { futures } = document.querySelector('hw-app').engine;
    for (const name of ['quick', 'follow']) Object.defineProperty(futures, name, { get: () => false });
  });
  const before = await page.evaluate(() => document.querySelector('hw-app').state.ranges.key);
  const slider = lever(page);
  // Pictures out of sight are drawn again only when the lever rests.
  await fan(page).scrollIntoViewIfNeeded();
  // Under the finger: the lever moves and does not rest.
  await slider.evaluate((node) => {
    node.value = '0.02';
    node.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  });
  await settled(page);
  await expect(fan(page).locator('path.before90')).toHaveCount(1);
  await expect(fan(page).locator('path.band90')).toHaveCount(0);
  expect(await answerText(page)).not.toContain('9 of 10');
  await expect(page.locator('hw-answer .notes')).toContainText('when the lever rests');
  expect.soft(await broken(page, '.right'), 'while the lever moves').toEqual([]);
  // It rests, and is moved again before the ranges are there.
  for (const value of ['0.021', '0.03']) {
    await slider.evaluate((node, to) => {
      node.value = to;
      node.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      node.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }, value);
    await settled(page);
  }
  await ranged(page);
  const after = await page.evaluate(() => document.querySelector('hw-app').state.ranges.key);
  expect(after).not.toBe(before);
  expect(after).toContain('0.03');
  await expect(fan(page).locator('path.band90')).toHaveCount(1);
  await expect(fan(page).locator('path.before90')).toHaveCount(0);
});

test('nothing moves when ranges come', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, site);
  await drawAll(page);
  const place = () =>
    page
      .locator('.pics')
      .first()
      .evaluate((node) => node.getBoundingClientRect().top + scrollY);
  const before = await place();
  await ranged(page);
  expect(await place()).toBe(before);
});

test('a worker that is lost is made anew, and the ranges come all the same', async ({ page, site }) => {
  await open(page, site);
  await page.waitForTimeout(300);
  const text = await answerText(page);
  await page.evaluate(() => document.querySelector('hw-app').engine.futures.lose(0));
  await ranged(page);
  expect((await answerText(page)).slice(0, 40)).toBe(text.slice(0, 40));
  expect(await page.evaluate(() => document.querySelector('hw-app').state.rangesFailed)).toBe(null);
});

test('rows that are lost with the worker they were lent to are run again', async ({ page, site }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...more) {
      post.call(this, message, ...more);
      if (message?.path?.[0] !== 'told' || window.taken) return;
      window.taken = true;
      this.terminate();
      setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { message: 'taken' })));
    };
  });
  await open(page, site);
  await ranged(page);
  const { taken, failed, draws } = await page.evaluate(() => {
    const { ranges, rangesFailed } = document.querySelector('hw-app').state;
    return { taken: window.taken, failed: rangesFailed, draws: ranges.found.draws };
  });
  expect([taken, failed, draws]).toEqual([true, null, 250]);
});

test('ranges that cannot be worked out are told in words, and the answer stays', async ({ page, site }) => {
  await open(page, site);
  await page.evaluate(() => {
    const { engine, store, ranges } = document.querySelector('hw-app');
    engine.futures.drop();
    engine.futures.ask = () => Promise.reject(new Error('no room'));
    store.set({ ranges: null });
    ranges.retry();
  });
  await expect(page.locator('hw-answer .notes')).toContainText('could not be worked out here');
  await expect(page.locator('hw-answer .sentence')).toContainText('out of');
  await drawAll(page);
  await expect(fan(page)).toContainText('could not be worked out here');
  expect(await broken(page, '.right')).toEqual([]);
});

test('the seed is shown, goes into the link, and what is no whole number is refused beside its box', async ({
  page,
  site,
}) => {
  await open(page, site, `${START}&seed=7.5`);
  await expect(page.getByRole('region', { name: /part of the link/ })).toContainText('seed = 7.5');
  await page.locator('hw-part[tag=hw-runs]').scrollIntoViewIfNeeded();
  await page.locator('hw-runs summary').click();
  const box = page.locator('hw-runs').getByRole('textbox');
  await expect(box).toHaveValue('1');
  for (const wrong of ['two', '1.5', '-4', '99999999999999999999']) {
    await box.fill(wrong);
    await box.press('Enter');
    await expect(page.locator('hw-runs').getByRole('alert')).toContainText(wrong.slice(0, 20));
    await expect(page.locator('hw-runs').getByRole('alert')).toContainText('It is still 1');
    await expect(box).toHaveValue(wrong);
  }
  // More runs that arrive take nothing away.
  await page.evaluate(() => document.querySelector('hw-app').store.set({ ranges: null }));
  await expect(box).toHaveValue('99999999999999999999');
  expect.soft(await broken(page, '.answer'), 'seed refused').toEqual([]);
  await box.fill('42');
  await box.press('Enter');
  await expect.poll(() => page.url()).toContain('seed=42');
  await ranged(page);
  expect(await page.evaluate(() => document.querySelector('hw-app').state.ranges.found.seed)).toBe(42);
  await expect(page.locator('hw-runs')).toContainText('250');
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(box).toHaveValue('1');
});

test('twenty possible futures stand in drawing, table and file, one by one and without motion', async ({
  page,
  site,
}) => {
  await open(page, site);
  await ranged(page);
  await drawAll(page);
  const show = fan(page).getByRole('button', { name: 'Show 20 possible futures' });
  await show.click();
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  await expect(fan(page)).toContainText('Future 1 of 20');
  await fan(page).getByRole('button', { name: 'Next future' }).click();
  await expect(fan(page)).toContainText('Future 2 of 20');
  const drawn = await fan(page).locator('path.futures').getAttribute('d');
  expect(drawn.split('M').length - 1).toBe(20);
  const file = await fan(page).evaluate((node) => node.csv());
  const paths = await page.evaluate(() =>
    document.querySelector('hw-app').state.ranges.found.outcomes.emergency_admissions.paths.map((path) => path.at(-1)),
  );
  const last = file.trim().split('\r\n').at(-1).split(',').map(Number);
  expect(last.slice(4, 24)).toEqual(Array.from(paths, (value) => Number(value.toFixed(2)) + 0));
  expect.soft(await broken(page, '.right'), 'futures').toEqual([]);
  await show.click();
  await expect(fan(page).locator('path.band90')).toHaveCount(1);
});

test('at 320 px ranges, wires and tables need no sideways scrolling; in forced colours bands differ by outline', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page, site);
  await ranged(page);
  await drawAll(page);
  for (const summary of await page.locator('figure').getByText('Show as a table').all()) await summary.click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.emulateMedia({ forcedColors: 'active' });
  const look = (kind) =>
    fan(page)
      .locator(`path.${kind}`)
      .evaluate((node) => getComputedStyle(node).strokeDasharray);
  expect(await look('band90')).not.toBe(await look('band50'));
});

test('figures of one’s own are marked in the answer and in every picture', async ({ page, site }) => {
  await open(page, site, `${START}&a.acute.cashable_share=0.5`);
  await drawAll(page);
  await expect(page.locator('hw-answer .tag')).toHaveText('With 1 figure of your own');
  for (const tag of ['hw-fan', 'hw-kinds', 'hw-rivals', 'hw-ledger', 'hw-fairness', 'hw-people']) {
    await expect(page.locator(tag).locator('.tag').first()).toHaveText('With 1 figure of your own');
    expect(await page.locator(tag).evaluate((node) => node.csv())).toContain('acute.cashable_share');
  }
});

/** In the page: whether ranges are quick enough for a lever; if not, moves it so that they are measured anew. */
function quickOrAgain() {
  const app = document.querySelector('hw-app');
  if (app.engine.futures.quick) return true;
  const range = app.shadowRoot.querySelector('hw-lever').shadowRoot.querySelector('input[type=range]');
  range.value = String(Number(range.value) + Number(range.step));
  for (const name of ['input', 'change']) range.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
  return false;
}

test('where a core is to spare, line, bands and people follow a lever together while it moves', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 8 }));
  await open(page, site);
  await ranged(page, { whole: true });
  // A test beside it may have kept this machine busy while it measured itself: it does so again with every plan that rests.
  await expect.poll(() => page.evaluate(quickOrAgain), { ...LONG, intervals: [3_000] }).toBe(true);
  // However slow the machine of the test: what is looked at is what comes together, not how soon.
  const shown = await page.evaluate(async (patience) => {
    const app = document.querySelector('hw-app');
    const { futures } = app.engine;
    Object.defineProperty(futures, 'follow', { get: () => true });
    const range = app.shadowRoot.querySelector('hw-lever').shadowRoot.querySelector('input[type=range]');
    const list = [];
    let last = app.state;
    const stop = app.store.subscribe((state) => {
      if (state.answer !== last.answer || state.ranges !== last.ranges) {
        const { share_of_acute: share } = state.answered.scenario.shift;
        list.push({
          moving: state.moving,
          together: state.answer !== last.answer && state.ranges !== last.ranges,
          share,
        });
      }
      last = state;
    });
    const until = performance.now() + 20_000 * patience;
    for (let move = 1; list.filter((one) => one.together).length < 3 && performance.now() < until; move += 1) {
      range.value = String(Number(range.min) + Number(range.step) * (1 + (move % 8)));
      range.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await new Promise((done) => setTimeout(done, 50));
    }
    stop();
    return list;
  }, PATIENCE);
  const together = shown.filter((one) => one.together);
  expect(together.length).toBeGreaterThanOrEqual(3);
  expect(together.every(({ moving }) => moving)).toBe(true);
  expect(new Set(together.map(({ share }) => share)).size).toBeGreaterThan(1);
});

test('a line of the ledger opens by keyboard to every year with its range, as in the file and on paper', async ({
  page,
  site,
}) => {
  await open(page, site);
  await ranged(page);
  await drawAll(page);
  const ledger = page.locator('hw-ledger').first();
  await ledger.getByText('Show as a table').click();
  const opener = ledger.locator('.opens').nth(1);
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  const shown = ledger.locator('.opened:not([hidden]) tbody tr');
  await expect(shown).toHaveCount(22);
  const cells = (await shown.nth(3).locator('th, td').allInnerTexts()).map(number);
  const file = (await ledger.evaluate((node) => node.csv())).split('\r\n').slice(1);
  expect(cells).toEqual(file[22 + 3].split(',').slice(-6).map(Number));
  // In small type under the sum, and it is the same range.
  const sums = (await shown.nth(0).locator('td').allInnerTexts()).map(number);
  const small = await ledger.locator('.lines > tbody > tr:not(.opened)').nth(1).locator('small').first().innerText();
  expect(small.split(' to ').map(number)).toEqual([sums[1], sums.at(-1)]);
  expect.soft(await broken(page, '.right'), 'a line open').toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(ledger.locator('.lines small').first()).toBeVisible();
  await expect(opener).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 320, height: 700 });
  await expect(ledger.locator('.lines small').first()).toBeHidden();
  await expect(shown.nth(3).locator('td').nth(1)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.keyboard.press('Enter');
  await expect(shown).toHaveCount(0);
});

test('two plans are compared in the same model runs: sentence, table, file and engine say the same', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page, site);
  await page.evaluate(() => document.querySelector('hw-app').actions.open({ what: 'compare' }));
  const compare = page.locator('hw-compare');
  const pick = compare.getByRole('combobox');
  await pick.focus();
  await pick.selectOption('shift-2');
  await expect(compare.locator('.ahead')).toContainText('model runs', LONG);
  await expect(compare).toContainText('the same for both plans');
  const runs = await compare.evaluate((node) => {
    const { one, other, less } = node.pairing.found;
    const at = Array.from(node.state.answer.years).indexOf(2036);
    const of = ({ outcomes }) => outcomes.emergency_admissions.difference;
    const [a, b, c] = [one, other, less].map(of);
    const shares = Object.values(less.estimates).map(({ set_in_motion: all }) => all.above_zero);
    return { a: [a.low90[at], a.high90[at]], b: [b.low90[at], b.high90[at]], c: [c.low90[at], c.high90[at]], shares };
  });
  const row = compare.locator('tbody tr', { hasText: 'Emergency hospital stays' });
  const cells = await row.locator('td').allInnerTexts();
  for (const [cell, [low, high]] of [
    [cells[1], runs.a],
    [cells[2], runs.b],
  ]) {
    expect(cell.replace(/\s/g, ' ')).toContain(`between ${-said(high)} and ${-said(low)} fewer`);
  }
  expect(cells[3].replace(/\s/g, ' ')).toContain(`between ${said(runs.c[0])} and ${said(runs.c[1])} more`);
  // Whoever keeps this plan beside itself hears that neither is ahead.
  expect(Math.min(...runs.shares)).toBeGreaterThan(0.95);
  await expect(compare.locator('.ahead')).toContainText('more than 9 in 10 model runs');
  const file = page.waitForEvent('download');
  await compare.getByRole('button', { name: 'Download the comparison as a file' }).press('Enter');
  expect((await file).suggestedFilename()).toBe('headwater-comparison-E08000004.csv');
  expect.soft(await broken(page, '#compare'), 'compared').toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  // The plan moves: nothing is said of how sure the new pair is until that is known.
  await page.evaluate(() => {
    const app = document.querySelector('hw-app');
    app.store.set({
      scenario: { ...app.state.scenario, shift: { ...app.state.scenario.shift, share_of_acute: 0.03 } },
    });
  });
  await expect(compare).toContainText('is being worked out for both plans');
  await expect(compare.locator('.ahead')).toContainText('model runs', LONG);
});

test('a comparison whose model runs failed says so, and can be tried again', async ({ page, site }) => {
  await open(page, site);
  await page.evaluate(() => {
    const app = document.querySelector('hw-app');
    const { pairs } = app.engine;
    const { ask } = pairs;
    pairs.ask = () => Promise.reject(new Error('the worker died'));
    window.mend = () => (pairs.ask = ask);
    app.actions.open({ what: 'compare' });
  });
  const compare = page.locator('hw-compare');
  await compare.getByRole('combobox').selectOption('shift-2');
  await expect(compare).toContainText('could not be worked out for both plans here', LONG);
  await page.evaluate(() => window.mend());
  await compare.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(compare.locator('#sure')).toBeFocused();
  await expect(compare.locator('.ahead')).toContainText('model runs', LONG);
  await expect(compare.getByRole('button', { name: 'Try again' })).toHaveCount(0);
});

test('each fifth in each year is a file of the very model runs on the page', async ({ page, site }) => {
  await open(page, site);
  await ranged(page);
  await page.evaluate(() => document.querySelector('hw-app').actions.open({ what: 'share' }));
  const coming = page.waitForEvent('download', LONG);
  await page.locator('hw-downloads').getByRole('button', { name: 'Each fifth in each year' }).press('Enter');
  expect((await coming).suggestedFilename()).toBe('headwater-fifths-E08000004.csv');
  await expect(page.locator('hw-downloads').getByRole('status')).toContainText('Saved', LONG);
  const apart = await page.evaluate(async () => {
    const { engine, state } = document.querySelector('hw-app');
    const own = state.ranges.found;
    const found = await engine.fifths(state.scenario, own);
    const { qalys, bed_days: nights } = found.outcomes;
    const same = [qalys, nights].map(({ difference }, i) => [
      difference,
      own.outcomes[['qalys', 'bed_days'][i]].difference,
    ]);
    return { fifths: qalys.by_quintile.length, same: same.every(([a, b]) => String(a.low90) === String(b.low90)) };
  });
  expect(apart).toEqual({ fifths: 5, same: true });
});
