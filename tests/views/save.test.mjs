// A file is handed over by an address that the browser fetches in its own time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FETCHED, saveText } from '../../www/charts/save.js';

test('the address of a file stays while the browser fetches it, and not for ever', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const link = { click: context.mock.fn() };
  globalThis.document = { createElement: () => link };
  context.after(() => delete globalThis.document);
  context.mock.method(URL, 'createObjectURL', () => 'blob:plan');
  const gone = context.mock.method(URL, 'revokeObjectURL', () => {});

  saveText('plan.json', '{}');
  assert.deepEqual([link.href, link.download, link.click.mock.callCount()], ['blob:plan', 'plan.json', 1]);
  context.mock.timers.tick(30_000);
  assert.equal(gone.mock.callCount(), 0);
  context.mock.timers.tick(FETCHED);
  assert.deepEqual(gone.mock.calls[0].arguments, ['blob:plan']);
});
