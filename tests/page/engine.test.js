// The engine inside a real page: order of answers, what it keeps, and the second worker.
import { expect, OLDHAM, open, test } from './support.js';

test.describe('engine', () => {
  test.beforeEach(async ({ page, site }) => {
    await open(page, site, `#place=${OLDHAM}`);
  });

  test('of many questions at once the first and the newest are answered, the others give null', async ({ page }) => {
    const shares = [0.01, 0.011, 0.012, 0.013, 0.014];
    const answers = await page.evaluate(async (list) => {
      const { engine } = document.querySelector('hw-app');
      await engine.run({});
      const all = await Promise.all(list.map((share_of_acute) => engine.run({ shift: { share_of_acute } })));
      return all.map((answer) => answer?.scenario.shift.share_of_acute ?? null);
    }, shares);
    expect(answers).toEqual([0.01, null, null, null, 0.014]);
  });

  test('faults of a scenario come with path, value and reason, and the next answer is right', async ({ page }) => {
    const faults = await page.evaluate(() =>
      document
        .querySelector('hw-app')
        .engine.run({ shift: { share_of_acute: 9 }, nonsense: 1 })
        .catch((error) => error.faults),
    );
    expect(faults.map((fault) => fault.path)).toEqual(['shift.share_of_acute', 'nonsense']);
    const code = await page.evaluate(() =>
      document
        .querySelector('hw-app')
        .engine.run({})
        .then((answer) => answer.place.code),
    );
    expect(code).toBe(OLDHAM);
  });

  test('series are arrays of numbers of their own', async ({ page }) => {
    const kinds = await page.evaluate(async () => {
      const { outcomes } = await document.querySelector('hw-app').engine.run({ shift: { share_of_acute: 0.01 } });
      const { difference, by_quintile } = outcomes.deaths;
      return [difference.constructor.name, difference.length, by_quintile.length, by_quintile[0].constructor.name];
    });
    expect(kinds).toEqual(['Float64Array', 20, 5, 'Float64Array']);
  });

  test('sources and assumptions come with their words, loaded when first asked for', async ({ page }) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1)));
    const found = await page.evaluate(async () => {
      const { engine } = document.querySelector('hw-app');
      const [source, list] = await Promise.all([engine.source('base.mortality_trend_share'), engine.assumptions()]);
      return { label: source.label, sources: source.sources.length, count: list.length };
    });
    expect(asked).toContain('provenance.json');
    expect(found.label.length).toBeGreaterThan(5);
    expect(found.count).toBeGreaterThan(400);
  });

  test('of two places asked for at once the later one stays', async ({ page }) => {
    const code = await page.evaluate(async () => {
      const { engine } = document.querySelector('hw-app');
      await Promise.all(['E06000009', 'E09000012'].map((one) => engine.setPlace({ codes: [one], files: [] })));
      return (await engine.run({})).place.code;
    });
    expect(code).toBe('E09000012');
  });

  test('a place of one’s own may not claim to be official', async ({ page }) => {
    const faults = await page.evaluate(() => {
      const files = [{ name: 'mine.json', text: '{"code":"E08000004","kind":"country"}' }];
      return document
        .querySelector('hw-app')
        .engine.setPlace({ codes: [], files })
        .catch((error) => error.faults);
    });
    expect(faults.map((fault) => fault.path)).toEqual(['mine.json: code', 'mine.json: kind']);
  });

  test('a sweep says a row for each place and stops when told', async ({ page }) => {
    const rows = await page.evaluate(async () => {
      const { engine } = document.querySelector('hw-app');
      const heard = [];
      const sweep = engine.sweep({ shift: { share_of_acute: 0.01 } }, (row) => {
        heard.push(row.code);
        if (heard.length === 3) sweep.cancel();
      });
      await sweep;
      return heard;
    });
    expect(rows.length).toBe(3);
  });

  test('memory does not grow while a slider moves', async ({ page }) => {
    const pages = await page.evaluate(async () => {
      const { engine } = document.querySelector('hw-app');
      const move = (step) =>
        engine.run({ shift: { share_of_acute: 0.001 + (step % 50) / 1000 }, programmes: 'evidence_mix' });
      // Every position once: the largest plan needs the most room.
      for (let step = 0; step < 50; step += 1) await move(step);
      const warm = await engine.pages();
      for (let step = 0; step < 100; step += 1) await move(step);
      return [warm, await engine.pages()];
    });
    expect(pages[1]).toBe(pages[0]);
  });
});
