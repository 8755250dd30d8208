// The lines of the ledger, as the model names them, and the messages that say them.
import { message } from './figures.js';

const LINES = {
  'benefits no longer received': 'benefits-lost',
  'benefits not paid to people in work': 'benefits-unpaid',
  'benefits paid and debts written off': 'benefits-paid',
  'budget moved to programmes': 'moved',
  'care in added years of life': 'added-life',
  'care needed less after reablement': 'reablement',
  'care not needed by people who die of the smaller budget': 'care-of-dead',
  'cash released': 'cash',
  'children kept out of care': 'children',
  'cut and given to no programme': 'unallocated',
  'disease prevented': 'disease',
  'disease prevented: care other than emergency stays': 'disease-other',
  'fund or new money': 'fund',
  'income and debts settled': 'income',
  'money for programmes': 'for-programmes',
  'other public services needed less': 'services',
  'paid back by the hospital budget': 'repaid-by',
  'paid back to the fund': 'repaid',
  programmes: 'programmes',
  'room freed, not cash': 'room',
  'unplanned pregnancies avoided': 'pregnancies',
};

/** What a line is called; a line nobody has words for keeps the model's own. @param {string} line */
export const lineWords = (line) => (LINES[line] ? message(`pic-line-of-${LINES[line]}`) : line);

/** Transfers that pay for the plan itself. Others (benefits, debts) move money because of what the plan does. */
export const FUNDING = new Set([
  'money for programmes',
  'budget moved to programmes',
  'fund or new money',
  'paid back to the fund',
  'paid back by the hospital budget',
  'cut and given to no programme',
]);
