/** A plan found by working backwards, in words: what it reaches, what it takes, how sure it is, and what holds it back. */
import { html, nothing } from 'lit';
import { say } from '../charts/say.js';
import { figure, message } from '../views/figures.js';
import { about } from '../views/outcomes.js';
import { wordOf } from '../views/found-plan.js';
import { OBJECTIVES } from './goal.js';

/**
 * The plans that reach the goal, one for each thing a plan can be best at, to choose from.
 * @param {{plans: object[], tried: string[], shown: object}} found the plans, what was looked for, the plan shown
 * @param {(objective: string) => void} choose @param {((objective: string) => void)|null} more looks for another
 */
export function planChoices({ plans, tried, shown }, choose, more) {
  const missing = OBJECTIVES.filter((id) => tried.includes(id) && !plans.some(({ objective }) => objective === id));
  const open = OBJECTIVES.filter((id) => more && !tried.includes(id));
  const one = ({ objective: id, gbp_per_year: gbp, moved_gbp_per_year: moved }) => html`<label class="card">
      <input type="radio" name="plan" value=${id} .checked=${id === shown.objective} @change=${() => choose(id)} />
      <span><b>${say(message(`goal-objective-${wordOf(id)}`))}</b>
        <span>${say(message('goal-card', { gbp: figure('pounds', gbp), moved: figure('pounds', moved) }))}</span>
        <span class="note">${say(message(`goal-objective-${wordOf(id)}.note`))}</span></span></label>`;
  return html`<fieldset class="cards"><legend>${say(message('goal-choose', { n: plans.length }))}</legend>
    ${plans.map(one)}</fieldset>
    ${missing.map((id) => html`<p class="note">${say(message('goal-missing', { objective: wordOf(id) }))}</p>`)}
    ${open.length > 0 ? html`<div class="more">${open.map((id) => html`<button type="button" class="button" @click=${() => more(id)}>${say(message('goal-more', { objective: wordOf(id) }))}</button>`)}</div>` : nothing}`;
}

/** @param {object} plan @param {object} found the whole answer of the search */
export function foundText(plan, found) {
  const list = (lines) =>
    lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${say(line)}</li>`)}</ul>` : nothing;
  return html`<h3>${say(title(plan))}</h3>
    ${list(plan.targets.flatMap((target) => targetWords(target)))}
    <p>${cost(plan).map((line) => html`${say(line)} `)}</p>
    ${plan.chance ? html`<p>${chance(plan.chance).map((line) => html`${say(line)} `)}</p>` : nothing}
    <h4>${say(message('goal-binds'))}</h4>
    ${list(binds(plan))}
    <p class="note">${say(message('goal-runs', { runs: found.runs }))}</p>`;
}

function title({ reached, objective, gbp_per_year: gbp }) {
  if (!reached) return message('goal-not-reached');
  return message('goal-reached', { objective: wordOf(objective), gbp: figure('pounds', gbp) });
}

/** What one aim comes to, and what more of it would take. @returns {import('../views/figures.js').Message[]} */
export function targetWords(target) {
  const args = {
    outcome: about(target.outcome).noun,
    change: target.change,
    when: whenWords(target),
    n: figure('count', target.reached),
  };
  const lines = [
    message(target.met ? 'goal-target-met' : 'goal-target-short', { ...args, short: figure('count', target.short_by) }),
  ];
  if (target.most_alone !== null)
    lines.push(message('goal-target-alone', { n: figure('count', target.most_alone), change: target.change }));
  if (target.gbp_for_one_more !== null)
    lines.push(message('goal-one-more', { outcome: args.outcome, gbp: figure('pounds', target.gbp_for_one_more) }));
  return lines;
}

function whenWords({ year, account, fifth }) {
  const when =
    year === null ? message(`goal-account-${wordOf(account)}`) : message('goal-year', { year: figure('year', year) });
  return fifth === null ? when : message('goal-when-fifth', { when, fifth });
}

function cost({
  gbp_by_horizon: all,
  gbp_could_not_be_used: left,
  moved_gbp_per_year: moved,
  gbp_on_weak_evidence: weak,
  gbp_per_year: gbp,
}) {
  const pounds = (value) => figure('pounds', value);
  const lines = [message('goal-cost', { gbp: pounds(gbp), all: pounds(all), moved: pounds(moved) })];
  if (left >= 1) lines.push(message('goal-left', { left: pounds(left) }));
  if (weak >= 1) lines.push(message('goal-weak', { weak: pounds(weak) }));
  return lines;
}

function chance({ asked, share, draws, without_margin: bare }) {
  const lines = [message('goal-chance', { share: figure('share', share), asked: figure('share', asked), draws })];
  if (bare)
    lines.push(
      message('goal-chance-bare', { gbp: figure('pounds', bare.gbp_per_year), share: figure('share', bare.share) }),
    );
  return lines;
}

function binds(plan) {
  const names = new Map(plan.programmes.map(({ programme, label }) => [programme, label]));
  const one = (each) => {
    if (each.kind === 'target')
      return message('goal-binds-target', {
        n: each.target + 1,
        outcome: about(plan.targets[each.target].outcome).noun,
      });
    const gbp = figure('pounds', each.gbp_per_year);
    return message(`goal-binds-${wordOf(each.kind)}`, { gbp, programme: names.get(each.programme) ?? '' });
  };
  const lines = plan.binds.map(one);
  if (plan.next_best)
    lines.push(message('goal-next', { programme: names.get(plan.next_best.programme) ?? plan.next_best.programme }));
  if (lines.length === 0) lines.push(message('goal-binds-none'));
  return lines;
}
