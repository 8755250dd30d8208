// The part of an answer that is made with the page: every view of the first screen says the same of it as of the whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fanView } from '../../www/views/fan.js';
import { firstOf, isOf, readBuilt } from '../../www/views/first-screen.js';
import { peopleView } from '../../www/views/people.js';
import { wholeView } from '../../www/views/whole.js';
import { wireView } from '../../www/views/wire.js';
import { answerSentences, indexOfYear, spokenAnswer } from '../../www/words/answer.js';
import { answer, CITY, OLDHAM, SCILLY } from './support.mjs';

const outcome = 'emergency_admissions';
const STAMP = '0123456789ab';

for (const place of [OLDHAM, SCILLY, CITY]) {
  test(`every view of the first screen says the same of the part as of the whole: ${place}`, () => {
    const whole = answer('default', place);
    const part = firstOf(whole);
    const said = (of) => {
      const at = indexOfYear(of);
      return {
        sentences: answerSentences(of, 'here'),
        spoken: spokenAnswer(of, 'here'),
        wire: wireView(of),
        people: peopleView(of, { outcome, at }),
        fan: fanView(of, { outcome, at }),
        seen: wholeView(of, { outcome, at }),
      };
    };
    assert.deepEqual(said(part), said(whole));
    assert.deepEqual(firstOf(part), part);
  });
}

test('what is not whole, of another place or of another page is not read', () => {
  const whole = { stamp: STAMP, data: '1', sliders: [{ id: 'slider.shift_share' }], answer: firstOf(answer('default')) };
  const edited = (edit) => {
    const copy = structuredClone(whole);
    edit(copy);
    return readBuilt(copy, OLDHAM, STAMP);
  };
  assert.deepEqual(edited(() => {}), whole);
  assert.equal(readBuilt(whole, SCILLY, STAMP), null);
  assert.equal(readBuilt(whole, OLDHAM, 'another mark'), null);
  assert.equal(readBuilt({ ...whole, stamp: '' }, OLDHAM, ''), null);
  assert.equal(readBuilt(null, OLDHAM, STAMP), null);
  for (const edit of [
    (copy) => delete copy.answer,
    (copy) => (copy.sliders = []),
    (copy) => delete copy.answer.topdown.verdict,
    (copy) => copy.answer.years.pop(),
    (copy) => (copy.answer.outcomes.life_years.baseline[0] = null),
    (copy) => (copy.answer.topdown.under_rival_prices[2].deaths_hospital = []),
  ]) {
    assert.equal(edited(edit), null, edit.toString());
  }
});

test('it goes when the model has other versions', () => {
  const built = { data: '1', answer: { model: '2', evidence: '3' } };
  assert.equal(isOf(built, { data: '1', model: '2', evidence: '3' }), true);
  for (const key of ['data', 'model', 'evidence']) {
    assert.equal(isOf(built, { data: '1', model: '2', evidence: '3', [key]: 'other' }), false);
  }
});
