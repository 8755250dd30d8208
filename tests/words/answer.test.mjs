import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ambitionSentence, answerSentences, formOf, indexOfYear, spokenAnswer } from '../../www/words/answer.js';
import { openBundle } from '../../www/words/bundle.js';
import { rich, t, use } from '../../www/words/words.js';

const folder = new URL('../../www/i18n/en/', import.meta.url);
use([openBundle('en-GB', readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8')))]);

/** Made-up figures of a made-up place: only the forms matter here. */
function answer({ stays = -16, cutDeaths = 3, saved = -1, better = 2, cut = 1e6, share = 0.16, verdict = 'said', cutBy = [] } = {}) {
  const years = Array.from({ length: 20 }, (_, at) => 2026 + at);
  const flat = (value) => years.map(() => value);
  const outcome = (value) => ({ baseline: flat(30000), difference: flat(value) });
  return {
    years,
    scenario: { shift: { start_year: 2026 } },
    outcomes: {
      emergency_admissions: outcome(stays),
      deaths_hospital: outcome(cutDeaths),
      deaths_prevention: outcome(saved),
    },
    money: { cut: flat(cut), full_shift_gbp_per_year: 3.1e6, share_of_public_health_spending: share },
    topdown: { verdict, under_rival_prices: [0, 1, 2, 3, 4].map((at) => rival(at, at < better, cutBy[at] && flat(cutBy[at]))) },
  };
}

/** Answers made before deaths were told by each estimate hold no such series. */
const rival = (at, better, deaths) => {
  const qalys_net = (better ? 1 : -1) * (100 + 210 * at);
  return deaths ? { better, qalys_net, deaths_hospital: deaths } : { better, qalys_net };
};

const said = (given) => answerSentences(given, 'Northmoor').map(({ id, args }) => t(id, args)).join(' ');
const plain = (text) => text.replaceAll('\u00a0', ' ');

test('mixed: scale and year first, both sides, and the verdict as a dispute', () => {
  const text = plain(said(answer()));
  assert.match(text, /^By 2036 prevention would mean about 16 fewer emergency hospital stays a year, out of 30,000\./);
  assert.match(text, /about 3 more people dying/);
  assert.match(text, /about 1 fewer person dying/);
  assert.match(text, /Experts disagree: yes under 2 of the 5 published estimates/);
  assert.match(text, /16% of all that Northmoor spends on public health/);
});

test('deaths of a smaller budget are told from the least to the most of the estimates, never from one', () => {
  const cutBy = [7.6, 3, 2.2, 1.6, 4.1];
  const both = plain(said(answer({ cutBy })));
  assert.match(both, /budget means about 2 to 8 more people dying that year, depending on which published estimate is right\. Prevention means about 1 fewer person dying\./);
  assert.doesNotMatch(both, /about 3 more/);
  assert.match(plain(said(answer({ cutBy, saved: 0 }))), /about 2 to 8 more people dying that year, depending on [a-z ]+ is right\. (?!Prevention)/);
  assert.match(plain(said(answer({ cutBy: [0.2, 1, 3, 3, 3] }))), /means less than 1 to about 3 more people dying/);
  const room = plain(said(answer({ cutDeaths: -2, cutBy: cutBy.map((deaths) => -deaths) })));
  assert.match(room, /hospital room together mean about 2 to 8 fewer people dying that year, depending on/);
});

test('one figure where the estimates are spoken alike, and both directions where they differ', () => {
  const alike = plain(said(answer({ cutBy: [2.8, 3.1, 3, 3, 3.2] })));
  assert.match(alike, /means about 3 more people dying that year\. Prevention/);
  const differ = plain(said(answer({ cutBy: [-2, 1, 3, 3, 4] })));
  assert.match(differ, /mean either about 2 fewer people or about 4 more people dying that year, depending on/);
});

test('an answer without deaths by estimate is told by its one figure', () => {
  assert.match(plain(said(answer())), /means about 3 more people dying that year\. Prevention/);
});

test('gain and loss are only said when all estimates agree', () => {
  assert.equal(formOf(answer({ better: 5 })), 'gain');
  assert.equal(formOf(answer({ better: 0 })), 'loss');
  assert.equal(formOf(answer({ better: 4 })), 'mixed');
  assert.match(plain(said(answer({ better: 5 }))), /better for health under all 5 .*: 100 to 940 healthy years gained/);
  assert.match(said(answer({ better: 0 })), /worse for health under all 5 .* healthy years lost/);
});

test('too small to be a person is said so, in either direction', () => {
  assert.match(said(answer({ stays: -0.3 })), /hardly change: less than 1 fewer a year/);
  assert.match(said(answer({ stays: 0.3 })), /hardly change: less than 1 more a year/);
  assert.match(said(answer({ cutDeaths: 0.2 })), /less than 1 person more dying/);
});

test('more stays are worse and say so', () => assert.match(said(answer({ stays: 12 })), /about 12 more/));

test('the side follows the sign, whichever part of the plan it belongs to', () => {
  const marks = (given) => rich('answer-deaths-both', answerSentences(given, 'x')[1].args).filter(({ mark }) => mark);
  assert.deepEqual(marks(answer()).map(({ mark }) => mark), ['worse', 'better']);
  assert.deepEqual(marks(answer({ cutBy: [2, 3, 4, 5, 8] })).map(({ mark }) => mark), ['worse', 'better']);
  assert.deepEqual(marks(answer({ saved: 2 })).map(({ mark }) => mark), ['worse', 'worse']);
  assert.match(said(answer({ cutDeaths: -2 })), /Less hospital money and more hospital room together mean about 2 fewer people/);
});

test('nothing moved says what happens anyway, and gives no verdict', () => {
  const none = answer({ stays: 0, cutDeaths: 0, saved: 0, cut: 0, verdict: null });
  assert.equal(formOf(none), 'nothing');
  assert.equal(answerSentences(none, 'Northmoor').length, 1);
  assert.match(said(none), /^No money moves, so nothing changes\./);
});

test('new money is never told as if it were free', () => {
  const text = plain(said(answer({ cut: 0, cutDeaths: 0, better: 5 })));
  assert.match(text, /it costs £3\.1 million a year that could have bought something else/);
  assert.doesNotMatch(text, /under all 5/);
});

test('a plan that leaves stays alone says no change, beside the deaths of the cut', () => {
  const text = said(answer({ stays: 0, saved: 0, better: 5 }));
  assert.match(text, /no change in emergency hospital stays/);
  assert.match(plain(text), /about 3 more people dying/);
});

test('a share nobody knows is not a zero', () => {
  assert.match(said(answer({ share: null })), /is not known/);
});

test('the sentence looks ten years after the start, or at the end of what is shown', () => {
  assert.equal(indexOfYear(answer()), 10);
  assert.equal(indexOfYear({ ...answer(), scenario: { shift: { start_year: 2040 } } }), 19);
});

test('what is read aloud is one short text with the year and the dispute', () => {
  const text = spokenAnswer(answer(), 'Northmoor');
  assert.match(text, /2036/);
  assert.match(text, /2 of the 5/);
  assert.ok(text.split(/\s+/).length < 40);
});

test('many times the public health budget is told in times, not in hundreds of percent', () => {
  assert.match(said(answer({ share: 15.6 })), /is 16 times all that Northmoor spends/);
});

test('an ambition is set beside what is reached, by its own year', () => {
  const target = { target: { within_years: 5 }, shift: { start_year: 2026 } };
  const change = { ...answer(), scenario: target, ambition: { wanted_change_share: -0.15, reached_change_share: -0.002 } };
  const { id, args } = ambitionSentence(change);
  assert.match(plain(t(id, args)), /15% fewer emergency hospital stays by 2030\. .* reaches 0\.2%/);
  const below = { ...change, ambition: { wanted_below: 0.5, today: 0.637, reached: 0.502 } };
  assert.match(t(ambitionSentence(below).id, ambitionSentence(below).args), /below 50%.*Today it is 63\.7%.*reaches 50\.2%/);
  assert.equal(ambitionSentence(answer()), null);
});

/** What the engine says while a lever moves: no verdict yet, and no healthy years of whole lives. */
function glimpse(given) {
  const { topdown, money, ...rest } = answer(given);
  const rivals = topdown.under_rival_prices.map(({ deaths_hospital }) => ({ deaths_hospital }));
  return { ...rest, money: { ...money, spent: money.cut }, topdown: { under_rival_prices: rivals } };
}

test('while a lever moves the years shown are said and the verdict is not guessed', () => {
  const text = plain(said(glimpse({ cutBy: [7.6, 3, 2.2, 1.6, 4.1] })));
  assert.match(text, /^By 2036 prevention would mean about 16 fewer emergency hospital stays/);
  assert.match(text, /budget means about 2 to 8 more people dying that year/);
  assert.match(text, /Is it better for health overall\? This takes whole lives/);
  assert.doesNotMatch(text, /NaN|of the|all 5/);
  assert.equal(formOf(glimpse({ cut: 0 })), 'nothing');
});
