// What the published estimates say together: the only place that words a verdict on health, and never from one of
// them.
import { message } from './figures.js';
import { onlyJust, verdict } from './tenths.js';

/**
 * The estimates in order, from the hardest on the plan (hospital money buys much) to the kindest.
 * @returns {{option: string, label: string, price: number, net: number, verdict: string, close: boolean}[]}
 */
export function estimates(answer) {
  const { under_rival_prices: rivals = [], cut_gbp: cut } = answer.topdown ?? {};
  return rivals
    .map(({ option, label, gbp_per_qaly: price, qalys_net: net }) => {
      const lost = cut / price;
      return { option, label, price, net, verdict: verdict(net), close: onlyJust(net, Math.max(0, net + lost), lost) };
    })
    .sort((a, b) => a.price - b.price);
}

/** How many say better, worse, or too close to call. */
export function tally(list) {
  const count = (word) => list.filter((each) => each.verdict === word).length;
  return { better: count('better'), worse: count('worse'), tie: count('tie'), same: count('same'), of: list.length };
}

/** @returns {'same'|'better'|'worse'|'disputed'} what all of them say together */
export function together(list) {
  const { better, worse, same, of } = tally(list);
  if (same === of) return 'same';
  if (better === of) return 'better';
  return worse === of ? 'worse' : 'disputed';
}

/**
 * Which price of hospital care the figures of this answer use: the middle one of the published, or one that was chosen.
 * @returns {import('./figures.js').Message}
 */
export function priceUsed(answer) {
  const list = estimates(answer);
  const used = answer.topdown?.bottom_up?.price_used_gbp_per_qaly;
  const middle = list[(list.length - 1) / 2]?.price;
  const isMiddle = used === undefined || Math.abs(used - middle) <= 1e-6 * middle;
  return message(isMiddle ? 'pic-price-middle' : 'pic-price-chosen');
}
