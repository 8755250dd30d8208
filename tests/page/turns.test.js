// What would change this answer, and working backwards, with the real model: one press from the first screen to the figure one
// would have to believe; taking a side and a plan, and undoing it; what is stopped, what is stale, what is refused.
import AxeBuilder from '@axe-core/playwright';
import { section, START } from '../../scripts/page/states.mjs';
import { answerText, answered, expect, LONG, lever, open, test } from './support.js';

const turns = (page) => page.locator('hw-turns');
const scenario = (page) => page.evaluate(() => document.querySelector('hw-app').state.scenario);
const undo = (page) => page.getByRole('button', { name: 'Undo' }).first().click();
const rest = (page) => expect(turns(page).getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0, LONG);

/** The first screen, then one press. */
async function openTurns(page, site, fragment = START) {
  await open(page, site, fragment);
  await page.locator('.answer').getByRole('button', { name: 'What would change this answer?' }).click();
  await expect(turns(page).locator('hw-turning figure')).toBeVisible(LONG);
}

test('one press from the first screen says which figure one would have to believe; a second sets it', async ({
  page,
  site,
}) => {
  await openTurns(page, site);
  await expect(turns(page).locator('.headline')).toContainText('you would have to believe that');
  const row = turns(page).locator('hw-turning li').first();
  await expect(row).toContainText('and not');
  await expect(row).toContainText('Strength of evidence');
  const before = await scenario(page);
  await row.getByRole('button', { name: /^Set it to that/ }).click();
  await answered(page);
  const [[id, value]] = Object.entries((await scenario(page)).assumptions);
  const first = await page.evaluate(
    () =>
      document.querySelector('hw-app').renderRoot.querySelector('[tag=hw-turns]').renderRoot.querySelector('hw-turns')
        .inquiry.found.thresholds.rows[0],
  );
  expect([id, value]).toEqual([first.id, first.as_assumption]);
  // What stands there is of the plan before, and says so; the work on it was left off.
  await expect(turns(page).locator('.stale')).toContainText('still about the plan before');
  await expect(turns(page).getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
  await undo(page);
  expect(await scenario(page)).toEqual(before);
  await expect(turns(page).locator('.stale')).toHaveCount(0);
});

test('taking the side that turns it turns it, as the row said; the picture, its table and its file agree', async ({
  page,
  site,
}) => {
  await openTurns(page, site);
  await rest(page);
  const turned = turns(page).locator('hw-survives li.turns').first();
  await expect(turned).toContainText('Turns it');
  const said = (await turned.locator('.says').first().innerText()).match(
    /[\d,.]+ (?:million )?healthy years (gained|lost)/,
  )[0];
  await turned.getByRole('button', { name: /^Take this side/ }).click();
  await expect(turns(page).locator('.stale')).toBeVisible();
  expect(Object.keys((await scenario(page)).switches)).toHaveLength(1);
  await expect(turns(page).getByRole('button', { name: 'Work it out again' })).toBeEnabled(LONG);
  await turns(page).getByRole('button', { name: 'Work it out again' }).click();
  await expect(turns(page).locator('hw-survives li.now')).toContainText(said, LONG);
  const view = await turns(page)
    .locator('hw-survives')
    .evaluate((node) => ({ text: node.csv(), rows: node.see().rows.length }));
  expect(view.text.trim().split('\r\n')).toHaveLength(view.rows + 1);
  await turns(page).locator('hw-survives').getByText('Show as a table').click();
  await expect(turns(page).locator('hw-survives tbody tr')).toHaveCount(view.rows);
});

/** In the page: the grade that is drawn beside each figure, and those of the engine. */
async function gradesOf(node) {
  await node.updateComplete;
  const rows = [...node.renderRoot.querySelectorAll('ol.list > li')];
  return {
    drawn: rows.map((row) => /Strength of evidence: (\w+)/.exec(row.textContent)?.[1]),
    found: node.found.matters.figures.map(({ grade }) => grade),
  };
}

test('what is most worth knowing comes with its grade and its source', async ({ page, site }) => {
  await openTurns(page, site);
  await expect(turns(page).locator('hw-matters')).toContainText('What we would most want to know', LONG);
  const row = turns(page).locator('hw-matters li').first();
  await expect(row).toContainText('Worth knowing');
  await expect(row).toContainText(/Strength of evidence: [A-D]\b/);
  const { drawn, found } = await turns(page).locator('hw-matters').evaluate(gradesOf);
  expect(drawn.length).toBeGreaterThan(1);
  expect(drawn).toEqual(found.slice(0, drawn.length));
  await row.getByRole('button', { name: /^Source/ }).click();
  await expect(page.locator('hw-turns hw-source dialog')).toContainText('Sources');
  await page.keyboard.press('Escape');
  const { violations } = await new AxeBuilder({ page }).include({ fromShadowDom: ['hw-app', '#turns'] }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0].target.join(' ')])).toEqual([]);
});

/** In the page: the rows drawn of sides, those of the table, and what the engine found under each side and combination. */
async function sidesOf(node) {
  await node.updateComplete;
  const { rivals } = node.found;
  const { least_favourable: worst, most_favourable: best } = rivals;
  const tried = [worst, ...rivals.rows.filter(({ taken, central }) => !taken && central !== null), best];
  return {
    drawn: [...node.renderRoot.querySelectorAll('ul.list > li')].map((row) => row.innerText),
    heads: [...node.renderRoot.querySelectorAll('thead th')].map((head) => head.innerText),
    table: [...node.renderRoot.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText)),
    tried: tried.map(({ switch_label: dispute, label: side, central, futures }) => ({
      ...{ dispute, side, central },
      share: futures?.above_zero,
    })),
  };
}

/** A figure as it stands in a table. */
const number = (text) => Number(text.replaceAll(/[,+]/g, '').replace('\u2212', '-'));

test('model runs are added to each side when somebody asks: picture and table then have their share', async ({
  page,
  site,
}) => {
  // Few years, and nobody followed further: each side is run a hundred times over.
  await openTurns(page, site, `${START}&years=5`);
  await turns(page).getByLabel('By when').selectOption('by_horizon');
  await expect(turns(page).locator('hw-matters figure')).toBeVisible(LONG);
  await rest(page);
  const picture = turns(page).locator('hw-survives');
  await expect(picture).not.toContainText('model runs for each side');
  await expect(turns(page).locator('.deeper')).toContainText('can also try 100 model runs under each side');
  await turns(page).getByRole('button', { name: 'Add model runs to each side' }).click();
  await expect(turns(page).locator('hw-contributions figure')).toBeVisible(LONG);
  await rest(page);
  await expect(turns(page).locator('.deeper')).toHaveCount(0);
  await expect(turns(page).locator('hw-contributions')).toContainText('going by 50 of them');
  await expect(picture).toContainText('100 model runs for each side, and from 250 for the plan as you have it now');
  await picture.getByText('Show as a table').click();
  const { drawn, heads, table, tried } = await picture.evaluate(sidesOf);
  expect(drawn[0]).toContain('All disputes at their worst for the plan');
  expect(drawn.at(-1)).toContain('All disputes at their best for the plan');
  for (const row of drawn.filter((text) => !/Cannot be done|Not counted/.test(text))) {
    expect(row.replaceAll('\u00a0', ' ')).toMatch(
      /In 9 of 10 model runs from .+ to .+\. Better in (under 1|over 9|\d) in 10\./,
    );
  }
  expect(tried.length).toBeGreaterThan(4);
  const [middle, share] = ['Net benefit', 'Share of model runs that say better'].map((head) => heads.indexOf(head));
  const rowOf = ({ dispute, side }) => table.find((row) => row[0] === dispute && row[1] === side);
  for (const [i, side] of tried.entries()) {
    const row = [0, tried.length - 1].includes(i) ? table.at(i && -1) : rowOf(side);
    expect(number(row[middle]), `${side.dispute}: ${side.side}`).toBeCloseTo(side.central, 0);
    expect(number(row[share]), `${side.dispute}: ${side.side}`).toBeCloseTo(side.share, 1);
  }
});

test('it can be stopped, and begun again', async ({ page, site }) => {
  await open(page, site, START);
  await section(page, 'turns');
  await turns(page).getByRole('button', { name: 'Stop', exact: true }).click(LONG);
  await expect(turns(page).getByRole('progressbar')).toHaveCount(0);
  await turns(page).getByRole('button', { name: 'Work it out again' }).click();
  await expect(turns(page).getByRole('progressbar')).toBeVisible();
});

const back = (page) => page.locator('hw-backwards');
const find = (page) => back(page).getByRole('button', { name: 'Find the plans' });

test('a goal is found, taken over and undone; the page then reaches it', async ({ page, site }) => {
  await open(page, site, START);
  await section(page, 'backwards');
  await back(page).getByLabel('How many').fill('20');
  await back(page).getByLabel('How sure it should be').selectOption({ label: 'on the middle run only' });
  await find(page).click();
  await expect(back(page).locator('.plan h3').first()).toContainText('The cheapest plan that reaches it', LONG);
  await expect(back(page).locator('.plan')).toContainText('What holds it back');
  const before = await scenario(page);
  await back(page).getByRole('button', { name: 'Take this plan over' }).click();
  await expect(back(page)).toContainText('This is now your plan');
  await page.waitForFunction(() => {
    const { state } = document.querySelector('hw-app');
    return state.answered?.scenario === state.scenario;
  });
  const reached = await page.evaluate(() => {
    const { answer } = document.querySelector('hw-app').state;
    const year = answer.years[Math.floor(answer.years.length / 2)];
    return -answer.outcomes.emergency_admissions.difference[answer.years.indexOf(year)];
  });
  expect(reached).toBeGreaterThanOrEqual(20 - 1e-6);
  await undo(page);
  expect(await scenario(page)).toEqual(before);
});

test('what cannot be is refused next to its control, with field, value and reason; what cannot be reached comes closest', async ({
  page,
  site,
}) => {
  await open(page, site, START);
  await section(page, 'backwards');
  await find(page).click();
  await expect(back(page).locator('.aim .refused')).toHaveText(
    'How many: nothing stands here, and a number is needed.',
    LONG,
  );
  await back(page).getByLabel('How many').fill('lots');
  await back(page)
    .getByLabel(/^Most money a year/)
    .fill('-3');
  await find(page).click();
  await expect(back(page).locator('.aim .refused')).toHaveText('How many, “lots”: must be a number, not text.', LONG);
  await expect(back(page).locator('.refused').nth(1)).toHaveText(
    'Most money a year, “-3”: must be pounds a year, 0 or more.',
  );
  await expect(back(page).getByLabel('How many')).toHaveAttribute('aria-invalid', 'true');
  await back(page).getByLabel('How many').fill('25,000');
  await back(page)
    .getByLabel(/^Most money a year/)
    .fill('');
  await back(page).getByLabel('How sure it should be').selectOption({ label: 'on the middle run only' });
  await find(page).click();
  await expect(back(page).locator('.plan h3').first()).toContainText('Nothing here reaches it', LONG);
  await expect(back(page).locator('.plan')).toContainText('short');
  const { violations } = await new AxeBuilder({ page }).include({ fromShadowDom: ['hw-app', '#backwards'] }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0].target.join(' ')])).toEqual([]);
});

test('one search finds the cheapest, the most equal and the nearest plan, each explained; an edited goal marks them', async ({
  page,
  site,
}) => {
  await open(page, site, START);
  await section(page, 'backwards');
  await back(page).getByLabel('How many').fill('20');
  await back(page).getByLabel('How sure it should be').selectOption({ label: 'on the middle run only' });
  await find(page).click();
  await expect(back(page).locator('.cards label')).toHaveCount(3, LONG);
  await expect(back(page).locator('.plan h3').first()).toContainText('The cheapest plan');
  for (const [card, title] of [
    ['Is most equal', 'The most equal plan'],
    ['Changes least', 'The nearest plan'],
  ]) {
    await back(page)
      .getByRole('radio', { name: new RegExp(`^${card}`) })
      .check();
    await expect(back(page).locator('.plan h3').first()).toContainText(title);
    await expect(back(page).locator('.plan')).toContainText('What holds it back');
  }
  const { violations } = await new AxeBuilder({ page }).include({ fromShadowDom: ['hw-app', '#backwards'] }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0].target.join(' ')])).toEqual([]);
  await back(page).getByLabel('How many').fill('21');
  await expect(back(page).locator('.stale')).toContainText('Your goal has changed');
  await back(page).getByLabel('How many').fill('20');
  await expect(back(page).locator('.stale')).toHaveCount(0);
});

test('at a probability the cheapest plan comes first, and another when it is asked for', async ({ page, site }) => {
  await open(page, site, START);
  await section(page, 'backwards');
  await back(page).getByLabel('How many').fill('10');
  await find(page).click();
  await expect(back(page).locator('.cards label')).toHaveCount(1, LONG);
  await expect(back(page).locator('.plan')).toContainText('of 250 model runs reach every aim');
  await back(page).getByRole('button', { name: 'Find the nearest plan too' }).click();
  await expect(back(page).locator('.cards label')).toHaveCount(2, LONG);
  await expect(back(page).locator('.plan h3').first()).toContainText('The nearest plan');
  await back(page)
    .getByRole('radio', { name: /^Costs least/ })
    .check();
  await expect(back(page).locator('.plan h3').first()).toContainText('The cheapest plan');
});

test('a search that is stopped keeps the focus at its button, and what was found before', async ({ page, site }) => {
  await open(page, site, START);
  await section(page, 'backwards');
  await back(page).getByLabel('How many').fill('20');
  await back(page).getByLabel('How sure it should be').selectOption({ label: 'on the middle run only' });
  await find(page).click();
  await expect(back(page).locator('.plan')).toHaveCount(1, LONG);
  const title = await back(page).locator('.plan h3').first().innerText();
  // The worker is slowed so that there is something to stop.
  await page.evaluate(() => {
    const { engine } = document.querySelector('hw-app').state;
    const node = document
      .querySelector('hw-app')
      .renderRoot.querySelector('[tag=hw-backwards]')
      .renderRoot.querySelector('hw-backwards');
    const long = node.engine.long;
    node.engine = {
      ...node.engine,
      describe: node.engine.describe,
      long: async (...args) => ({
        ...(await long(...args)),
        run: async (going, told) => {
          while (going()) {
            told({ done: 1, expected: 9 });
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          return false;
        },
      }),
    };
    return Boolean(engine);
  });
  await back(page).getByLabel('How sure it should be').selectOption({ label: 'in at least 9 of 10 model runs' });
  await find(page).click();
  const stop = back(page).getByRole('button', { name: 'Stop', exact: true });
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(stop).toHaveCount(0);
  await expect(find(page)).toBeFocused();
  await expect(back(page).locator('.plan h3').first()).toHaveText(title);
  await expect(back(page).locator('.stale')).toContainText('Your goal has changed');
});

test('a moved lever leaves a search that is under way, and marks what was found before it', async ({ page, site }) => {
  await open(page, site, START);
  await section(page, 'backwards');
  await back(page).getByLabel('How many').fill('20');
  await find(page).click();
  await expect(back(page).getByRole('progressbar')).toBeVisible(LONG);
  const before = await answerText(page);
  await lever(page).press('PageUp');
  await expect(back(page).getByRole('progressbar')).toHaveCount(0);
  await expect(page.locator('hw-answer .sentence')).not.toHaveText(before);
  await expect(back(page).locator('.plan')).toHaveCount(0);
});
