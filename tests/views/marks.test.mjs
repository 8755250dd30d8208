// Geometry: what is drawn stays in the picture, and counts what the view counts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fairnessMarks } from '../../www/charts/marks/fairness.js';
import { fanMarks } from '../../www/charts/marks/fan.js';
import { hexMarks, neighbour } from '../../www/charts/marks/map.js';
import { partsMarks } from '../../www/charts/marks/parts.js';
import { peopleMarks } from '../../www/charts/marks/people.js';
import { rivalBar, rivalsLayout } from '../../www/charts/marks/rivals.js';
import { spreadApart } from '../../www/charts/marks/spread.js';
import { accountMarks, columnMarks } from '../../www/charts/marks/when.js';
import { wireMarks } from '../../www/charts/marks/wire.js';
import { yearTicks } from '../../www/charts/marks/years.js';
import { barWidth } from '../../www/charts/marks/ledger.js';

const count = (path, mark) => path.split(mark).length - 1;
const people = (path) => count(path, 'V');
const WIDTHS = [288, 358, 700, 1000];

test('everybody has one seat in both halves, and keeps it', () => {
  for (const width of WIDTHS) {
    const { before, after } = peopleMarks({ of: 100, before: 63, helped: 2, harmed: 1 }, width);
    assert.equal(people(before.has) / 2, 63);
    assert.equal((people(before.has) + people(before.not)) / 2, 100);
    const rest = (people(after.has) + people(after.not) + people(after.ringed)) / 2;
    assert.equal(rest + after.diamonds.length, 100);
    assert.equal(after.rings.length, 2);
    assert.ok(before.has.startsWith(after.has), 'who still has it sits where they sat');
  }
});

test('harm is counted from the top right, events from the foot', () => {
  const { after, width, cell, height } = peopleMarks({ of: 100, before: 1, helped: 0, harmed: 1 }, 700);
  assert.deepEqual(after.diamonds, [{ x: width - cell / 2, y: cell / 2 }]);
  assert.ok(after.has.includes(`V${(height - cell * 0.12).toFixed(2)}`));
});

test('labels never cover another, keep their order, and stay put when there is room', () => {
  const spread = spreadApart([{ key: 'a', y: 10, size: 20 }, { key: 'b', y: 12, size: 20 }, { key: 'c', y: 90, size: 20 }]);
  assert.deepEqual(spread.map((label) => label.key), ['a', 'b', 'c']);
  for (let i = 1; i < spread.length; i += 1) assert.ok(spread[i].at - spread[i - 1].at >= 20);
  assert.equal(spread[2].at, 90);
});

test('a fan stays inside its frame at every width, and reads back the year it drew', () => {
  const years = Array.from({ length: 20 }, (_, i) => 2026 + i);
  const difference = years.map((_, i) => -i);
  for (const width of WIDTHS) {
    const marks = fanMarks({ years, difference, bands: null, other: null, at: 19 }, { low: -20, high: 5 }, width, 86);
    assert.equal(marks.width, width);
    assert.ok(marks.dot.x <= width - 86 && marks.dot.y <= marks.floor);
    assert.equal(marks.index(marks.dot.x), 19);
    assert.equal(marks.index(-5), 0);
    for (let i = 1; i < marks.years.length; i += 1) assert.ok(marks.years[i].x - marks.years[i - 1].x >= 60);
  }
});

test('one year alone can be drawn', () => {
  const marks = fanMarks({ years: [2026], difference: [0], bands: null, other: null, at: 0 }, { low: -1, high: 1 }, 300, 86);
  assert.ok(Number.isFinite(marks.dot.x));
  assert.equal(yearTicks([2026], () => 1, 60).length, 1);
});

test('losses stand below the line, gains above it, and the two accounts share one scale', () => {
  const { zero, bars } = columnMarks([0, -5, 10], { low: -5, high: 10 }, 120, 84);
  assert.equal(bars[0].height, 0);
  assert.ok(bars[1].y >= zero && bars[1].loss);
  assert.ok(Math.abs(bars[2].y + bars[2].height - zero) < 1e-9);
  const marks = accountMarks(-10, 5, 200);
  assert.ok(Math.abs(marks.inside.width - 2 * marks.after.width) < 1e-9);
  assert.ok(Number.isFinite(accountMarks(0, 0, 200).post));
});

test('the wire has a bead for each, left and right of the post', () => {
  const marks = wireMarks({ worse: 4, tie: 0, better: 6 }, 240);
  assert.equal(marks.diamonds.length, 4);
  assert.equal(marks.discs.length, 6);
  assert.ok(marks.discs.every((disc) => disc.x > marks.post && disc.x < 240));
});

test('a bar is as long as its share of the scale, and a small one can still be seen', () => {
  assert.equal(barWidth(50, 100, 200), 100);
  assert.equal(barWidth(0.001, 100, 200), 2);
  assert.equal(barWidth(0, 100, 200), 0);
});

test('no bar is ever narrower than nothing, however little room a picture has', () => {
  const fifths = [{ key: 'poorest', harm: 4, gain: 9 }];
  const parts = { better: 'up', list: [{ value: -3 }, { value: 5 }], total: 2 };
  for (const width of [1, 20, 60, 90, 120, ...WIDTHS]) {
    const { plot, wide } = rivalsLayout(width);
    const { rows } = fairnessMarks({ fifths }, 9, width, 120);
    const bars = [
      ...rows.flatMap((row) => [row.harmBar, row.gainBar]),
      ...[-9, 9].flatMap((net) => [rivalBar(net, 9, plot, wide), rivalBar(net, 9, plot, true)]),
      ...columnMarks(Array(20).fill(1), { low: 0, high: 1 }, width, 84).bars,
      ...partsMarks(parts, { low: -3, high: 5 }, width).rows,
      ...Object.values(accountMarks(-10, 5, width)).filter((bar) => bar.width !== undefined),
    ];
    for (const bar of bars) assert.ok(bar.width >= 0, `${bar.width} at ${width}`);
  }
});

test('no two hexagons of the map overlap, and arrows reach every place', () => {
  const hexes = JSON.parse(readFileSync(new URL('../../data/map/hex.json', import.meta.url), 'utf8'));
  const { tiles, width, height } = hexMarks(hexes, 480);
  assert.equal(tiles.length, 153);
  const nearest = (a) => Math.min(...tiles.filter((b) => b !== a).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  const pitch = Math.min(...tiles.map(nearest));
  assert.ok(tiles.every((tile) => tile.x > 0 && tile.x < width && tile.y > 0 && tile.y < height));
  assert.ok(pitch > 20, `${pitch}`);
  const reached = new Set([tiles[0].code]);
  for (const code of reached) {
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) reached.add(neighbour(tiles, code, key));
  }
  assert.equal(reached.size, 153);
});
