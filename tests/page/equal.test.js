// The sentence, the drawing, its table and its file say the same: for a plan that gains, one that loses, one that is
// disputed, new money, and nothing moved.
import { readFileSync } from 'node:fs';
import { drawAll, settled, START } from '../../scripts/page/states.mjs';
import { allRun, answered, answerText, expect, LONG, test } from './support.js';

const PLANS = {
  disputed: '',
  loss: '&fund=cut&shift=5',
  gain: '&preset=social-care-first',
  'new money': '&fund=new&shift=2',
  'nothing moved': '&shift=0',
};

/** As people say it: two significant figures, never a part of a person. */
const said = (value) => (Math.abs(value) < 10 ? Math.round(value) : Number(value.toPrecision(2)));
const number = (text) => Number(text.replaceAll('−', '-').replaceAll(/[^\d.-]/g, ''));

/** What the first sentence says: year, change (fewer is below 0) and how many there would be anyway. */
function lead(text) {
  const year = Number(/By (\d{4})/.exec(text)?.[1] ?? / in (\d{4})\.$/.exec(text.split('\n')[0])?.[1]);
  const change = /about ([\d,]+) (fewer|more) emergency/.exec(text);
  const size = change ? number(change[1]) * (change[2] === 'fewer' ? -1 : 1) : 0;
  const total = /out of ([\d,]+)/.exec(text) ?? /about ([\d,]+) a year/.exec(text) ?? / to ([\d,]+) in/.exec(text);
  return { year, size, total: number(total[1]) };
}

/** The line chart as a person sees and hears it, its table, and its file. */
async function chart(page, year) {
  const fan = page.locator('hw-fan').first();
  if ((await fan.locator('figure details[open]').count()) === 0) await fan.getByText('Show as a table').first().click();
  const cells = await fan
    .locator('tbody tr', { hasText: String(year) })
    .first()
    .locator('th, td')
    .allInnerTexts();
  const file = await fan.evaluate((node) => node.csv());
  const line = file.split('\r\n').find((text) => text.startsWith(`${year},`));
  const drawn = await fan.evaluate((node) => {
    const find = (what) => node.renderRoot.querySelector(what);
    const zero = Number(find('line.nothing').getAttribute('y1'));
    const ticks = [...node.renderRoot.querySelectorAll('text.tick.halo')].map((tick) => ({
      y: Number(tick.getAttribute('y')) + 5,
      text: tick.textContent,
    }));
    return { zero, ticks, dot: Number(find('circle.dot').getAttribute('cy')) };
  });
  return {
    cells: cells.map(number),
    line: line.split(',').map(Number),
    drawn,
    heard: await fan.getByRole('slider').getAttribute('aria-valuetext'),
  };
}

/** The value a drawn height stands for, by the words on the axis. */
function valueAt({ zero, ticks, dot }) {
  const tick = ticks.find(({ y, text }) => Math.abs(y - zero) > 1 && /fewer|more/.test(text));
  if (!tick) return 0;
  const size = number(tick.text) * (/fewer/.test(tick.text) ? -1 : 1);
  return { value: ((dot - zero) / (tick.y - zero)) * size, pixel: Math.abs(size / (tick.y - zero)) };
}

const votesIn = (text) => {
  const all = /(better|worse) for health under all (\d)/.exec(text);
  if (all) return all[1] === 'better' ? Number(all[2]) : 0;
  return Number(/yes under (\d) of/.exec(text)[1]);
};

for (const [name, plan] of Object.entries(PLANS)) {
  test(`sentence, drawing, table and file agree: ${name}`, async ({ page, site }) => {
    await page.goto(`${site}${START}${plan}`);
    await answered(page);
    await drawAll(page);
    const text = await answerText(page);
    const told = lead(text);
    const { cells, line, drawn, heard } = await chart(page, told.year);
    const stays = await page.evaluate((year) => {
      const { outcomes, years } = document.querySelector('hw-app').state.answer;
      const at = Array.from(years).indexOf(year);
      return ['baseline', 'difference'].map((key) => outcomes.emergency_admissions[key][at]);
    }, told.year);

    // The model's figures, in the table and in the file, to the decimals they show.
    expect([cells[1], cells[3]]).toEqual([line[1], line[3]]);
    expect(line[1]).toBeCloseTo(stays[0], 1);
    expect(line[3]).toBeCloseTo(stays[1], 2);
    expect(cells[2] - cells[1]).toBeCloseTo(cells[3], 0);
    // The sentence and the words of the drawing, rounded as speech is.
    expect(told).toEqual({ year: told.year, size: said(stays[1]) + 0, total: said(stays[0]) });
    expect(heard).toContain(`In ${told.year}`);
    if (told.size !== 0) expect(heard).toContain(`about ${Math.abs(told.size).toLocaleString('en-GB')} `);
    // The drawing: the dot stands where the axis says the figure is, to within a pixel.
    const at = valueAt(drawn);
    if (stays[1] === 0) expect(drawn.dot).toBe(drawn.zero);
    else expect(Math.abs(at.value - stays[1])).toBeLessThan(at.pixel);
  });
}

/** Fails unless sentence, beads, list and both files say the same verdicts. */
async function assertVerdicts(page) {
  const better = votesIn(await answerText(page));
  const [wire, rivals] = await page.evaluate(() => {
    const find = (root, tag) =>
      [...root.querySelectorAll('*')]
        .map((node) => (node.localName === tag ? node : node.shadowRoot && find(node.shadowRoot, tag)))
        .find(Boolean);
    return ['hw-wire', 'hw-rivals'].map((tag) => find(document, tag).csv().split('\r\n'));
  });
  // Once model runs are in, the row has a cell for their share, which the count of estimates leaves empty.
  expect(wire.some((line) => new RegExp(`^Better,${better}(,–)?$`).test(line))).toBe(true);
  // A verdict that model runs do not share says so, with a comma, which a file puts in quotes.
  expect(rivals.slice(1, 6).filter((line) => /,"?Better/.test(line)).length).toBe(better);
  const drawn = page
    .locator('hw-rivals ul, hw-rivals ol')
    .filter({ hasText: 'lost' })
    .or(page.locator('hw-rivals ul, hw-rivals ol').filter({ hasText: 'gained' }))
    .first();
  const verdicts = await drawn.locator('li .verdict').allInnerTexts();
  expect(verdicts.length).toBe(5);
  expect(verdicts.filter((verdict) => verdict.startsWith('Better')).length).toBe(better);
}

test('the verdict of the sentence is that of the beads, the list and both files', async ({ page, site }) => {
  for (const plan of [PLANS.disputed, PLANS.loss, PLANS.gain]) {
    await page.goto('about:blank');
    await page.goto(`${site}${START}${plan}`);
    await answered(page);
    await drawAll(page);
    // Model runs come in stages, and each is drawn anew: all must agree once nothing is on its way between two of them.
    await expect(() => assertVerdicts(page)).toPass(LONG);
    await allRun(page);
    await expect(() => assertVerdicts(page)).toPass(LONG);
  }
});

test('deaths in the sentence are those of the line chart’s two sides', async ({ page, site }) => {
  await page.goto(`${site}${START}&fund=cut&shift=3`);
  await answered(page);
  await drawAll(page);
  const text = await answerText(page);
  const { year } = lead(text);
  await page.locator('hw-fan select').first().selectOption({ label: 'deaths' });
  await settled(page);
  const { cells, line } = await chart(page, year);
  const heads = await page.locator('hw-fan').first().locator('thead th').allInnerTexts();
  const [help, harm] = ['Of that, helped', 'Of that, harmed'].map((head) => cells[heads.indexOf(head)]);
  expect(line.slice(4, 6)).toEqual([help, harm]);
  // The drawing is one run at the middle price; the sentence tells the least and the most of all prices.
  const [, least, most] = /budget means about ([\d,]+) to ([\d,]+) more/.exec(text);
  expect(number(least)).toBeLessThanOrEqual(said(harm));
  expect(number(most)).toBeGreaterThanOrEqual(said(harm));
  expect(number(/Prevention means about ([\d,]+) fewer/.exec(text)[1])).toBe(Math.abs(said(help)));
});

test('the file that is saved is the table that is shown', async ({ page, site }) => {
  await page.goto(`${site}${START}`);
  await answered(page);
  await drawAll(page);
  // Between the file and the reading of the table no more model runs may come.
  await allRun(page);
  const fan = page.locator('hw-fan').first();
  await fan.getByText('Show as a table').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    fan.getByRole('button', { name: 'Download these figures as a file' }).first().click(),
  ]);
  const saved = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  const rows = await fan.locator('tbody').first().locator('tr').count();
  expect(saved.length).toBe(rows + 1);
  const last = await fan.locator('tbody').first().locator('tr').last().locator('th, td').allInnerTexts();
  expect(saved.at(-1).split(',').map(Number)).toEqual(last.map(number));
});
