
/** One number per year of the run; NaN where nothing was counted. */
export type YearlySeries = Float64Array;

/** One outcome of a run. */
export interface Outcome {
  /** Unit of every number, such as `persons` or `gbp_per_year`. */
  unit: string;
  /** Plain words. */
  label: string;
  /** Ids of the parameters, tables and counts behind the numbers. */
  basis: string[];
  /** Everybody together; missing where the sexes cannot be added, as with years of life. */
  baseline?: YearlySeries;
  /** By sex, for outcomes whose total is not the sum of cells. */
  by?: { sex: 'female' | 'male'; baseline: YearlySeries }[];
}

/** What the model says of a place if nothing changes. */
export interface Baseline {
  /** Versions of the program, the evidence pack and the data pack. */
  model: string;
  evidence: string;
  data: string;
  /** Year of all pounds, such as `2024-25`. */
  price_year: string;
  place: PlaceSummary;
  /** The years of the run. */
  years: number[];
  /** Outcomes by id, such as `deaths` or `new_cases.chd`. */
  outcomes: Record<string, Outcome>;
  /** Borrowed, doubtful or missing values of the place. */
  flags: Flag[];
  /** What to keep in mind when reading the numbers. */
  warnings: string[];
}

/** The place, or several joined: codes joined by `+`. Residents at mid-2023. */
export interface PlaceSummary {
  code: string;
  name: string;
  residents: number;
}

/** A borrowed, doubtful or missing value of a place. */
export interface Flag {
  place: string;
  path: string;
  kind: string;
  reason: string;
}

/** What a scenario changes in one outcome; a series that is null was not counted, which is not 0. */
export interface Change {
  unit: string;
  /** The outcome this one is a part of. */
  part_of?: string | null;
  baseline: YearlySeries | null;
  scenario: YearlySeries | null;
  difference: YearlySeries | null;
  discounted?: { baseline: YearlySeries | null; scenario: YearlySeries | null; difference: YearlySeries | null };
  /** Sum of the difference over the years shown. */
  by_horizon?: { undiscounted: number; discounted: number };
  /** The same followed to the end of everybody's life. */
  set_in_motion?: { undiscounted: number; discounted: number } | null;
  /** The difference by fifth, most deprived first. */
  by_quintile?: YearlySeries[] | null;
  set_in_motion_by_quintile?: Float64Array | null;
  /** What is not known and not in the figures. */
  unknown?: string | null;
}

/** One line of who pays (below 0) and gains (above 0), by year. */
export interface LedgerRow {
  payer: string;
  line: string;
  kind: string;
  gbp: YearlySeries;
  after_horizon_gbp: number;
}

/**
 * What a scenario does in a place: the document of `headwater run --format json` without `explanation` and `parameters`,
 * every list of numbers a Float64Array of its own.
 */
export interface Answer {
  model: string;
  evidence: string;
  price_year: string;
  place: { code: string; name: string };
  name: string;
  /** The scenario as it was given. */
  scenario: ScenarioOverlay;
  years: number[];
  outcomes: Record<string, Change>;
  three_kinds: Record<string, number | null>;
  ledger: LedgerRow[];
  break_even: Record<string, number | 'never' | null>;
  fairness: any;
  money: any;
  topdown: any;
  ambition: any;
  warnings: string[];
}

/**
 * What the first sentence says of the years shown: a part of `Answer`, figure for figure the same. What needs whole lives
 * is not in it.
 */
export interface Glimpse {
  place: { code: string; name: string };
  scenario: ScenarioOverlay;
  years: number[];
  outcomes: Record<string, { baseline: YearlySeries | null; difference: YearlySeries | null; unknown: string | null }>;
  money: any;
  topdown: { under_rival_prices: { option: string; deaths_hospital: YearlySeries }[] };
  ambition: any;
}

/** Why an answer is what it is, and short records of the figures behind it. */
export interface Reasons {
  explanation: any;
  parameters: { id: string; label: string; value?: number; unit?: string; range?: string; status: string; source: string[] }[];
}

/** Which futures to run. The same seed gives the same future under the same number, whoever runs it. */
export interface FuturesAsked {
  /** A whole number from 0 to 2 to the 53. */
  seed: number;
  /** Numbers of the first and the last future, counted from 1. */
  first: number;
  last: number;
  /** Of the baselines that futures stand on, take every `of`-th from number `part` (0 and 1: all of them). */
  part?: number;
  of?: number;
  /** In how many pieces the numbers are wanted, for as many workers to sum up with `Model.tell` (default 1). */
  shares?: number;
  /** Outcomes to keep by id; all if left out. */
  outcomes?: string[];
  /** Each outcome by year and fifth too (default false). */
  fifths?: boolean;
  /** Every line of the ledger by year (default true). */
  ledger?: boolean;
  /** Follow everybody to the end of life (default true). */
  set_in_motion?: boolean;
  /** Run every future by the exact engine, many times slower, instead of the quick one (default false). */
  exact?: boolean;
}

/**
 * Some futures that were run, a part of an ensemble. `PlaceModel.futures` gives an array of them, one for each baseline that its
 * futures stand on (none where no baseline falls to this worker; one in all with `exact`). The arrays of all workers and all questions,
 * put together, are for `Model.ranges` or, share by share, for `Model.tell`, in this thread or another.
 */
export interface FutureRows {
  /** What the numbers are, JSON. */
  head: string;
  /** One piece for each share. */
  numbers: Float64Array[];
}

/** One piece of futures that were run. */
export interface FutureShare {
  head: string;
  numbers: Float64Array;
}

/** What futures say together of one share: what `Ranges` holds, in bare numbers. */
export interface Told {
  /** What the numbers are, JSON. */
  head: string;
  numbers: Float64Array;
}

/** One figure over all futures. */
export interface Summary {
  low90: number;
  low50: number;
  middle: number;
  high50: number;
  high90: number;
  mean: number;
  /** Share of futures in which it is above 0. */
  above_zero: number;
  below_zero: number;
}

/** The same by year: one list for each. */
export type SummarySeries = { [Key in keyof Summary]: Float64Array };

/** Ranges of one outcome. */
export interface OutcomeRanges {
  difference: SummarySeries | null;
  by_horizon?: { undiscounted: Summary | null; discounted: Summary | null };
  set_in_motion?: { undiscounted: Summary | null; discounted: Summary | null };
  by_quintile?: SummarySeries[];
  set_in_motion_by_quintile?: Summary[];
  /** The first twenty futures, each a line over the years. */
  paths?: Float64Array[];
  by_horizon_histogram?: { from: number; to: number; counts: Float64Array } | null;
  set_in_motion_histogram?: { from: number; to: number; counts: Float64Array } | null;
}

/** Ranges of an answer over many futures. */
export interface Ranges {
  draws: number;
  seed: number;
  quantiles: Record<string, number>;
  outcomes: Record<string, OutcomeRanges>;
  levels: Record<string, { difference: SummarySeries | null }>;
  money: Record<string, { difference: SummarySeries | null }>;
  kinds: Record<string, { value: Summary | null }>;
  fairness: Record<string, { value?: Summary | null; values?: (Summary | null)[] }>;
  payers: Record<string, { by_horizon: Summary; set_in_motion?: Summary; break_even?: BreakEvenShares }>;
  /** Healthy years under each published price of health in hospitals, by option of the switch. */
  estimates: Record<string, { by_horizon: Summary; set_in_motion?: Summary }>;
  ledger: { payer: string; line: string; kind: string; gbp: SummarySeries; by_horizon_gbp: Summary; after_horizon_gbp: Summary }[];
}

/** Shares of futures in which a payer has broken even by the end of each year from `start_year`. */
export interface BreakEvenShares {
  start_year: number;
  by_year: Float64Array;
  never: number;
  nothing_paid: number;
  /** Of the futures in which it pays, the year by the end of which each share of them has its money back; null if it pays in none. */
  quantiles: Record<string, number | 'never'> | null;
}

/** What is asked of `PlaceModel.question`. Everything may be left out; nothing is run that is not asked for. */
export interface QuestionAsked {
  /** `qalys` (default), `life_years`, `deaths_under_75`, `emergency_admissions`, `bed_days`, `ae_attendances`, or `net_gbp.` and a payer. */
  about?: string;
  /** To the end of everybody's life (default), or the years shown: the second is several times faster. */
  account?: 'set_in_motion' | 'by_horizon';
  /** Every side of every dispute, and the two combinations (default false): some forty runs. */
  rivals?: boolean;
  /** Every figure with a range, one at a time: ends of its range and where the sign turns (default false): some hundreds of runs. */
  figures?: boolean;
  /** How many futures are split into contributions (default 0); each takes a run for every programme and channel. */
  contributions?: number;
  /** Seed of those futures (default 1). */
  seed?: number;
}

/** How far a question is: steps done, steps in all. A step takes a few runs. `learn` begins new steps, which are counted
 * anew: a figure or a group of figures each. `takeRival` and `takeCombination` are no steps. */
export interface QuestionProgress {
  done: number;
  of: number;
  finished: boolean;
}

/** Whether doing it is better (`gain`) or worse (`loss`) than doing nothing. */
export type SignWord = 'gain' | 'loss' | 'none';

/**
 * What an answer hangs on. Every amount is a net benefit in the unit of `about`, undiscounted, counted so that above 0 is
 * better: for admissions, deaths, nights and attendances it is how many are avoided. Money is in the pack's price year.
 */
export interface Sensitivity {
  /** `gain` and `loss` are words that fit after the size of a net benefit above or below 0; `choices` every id that can be asked. */
  about: { id: string; account: 'set_in_motion' | 'by_horizon'; unit: string; gain: string; loss: string; choices: string[] };
  /** The central answer; null where it is not counted (then nothing else is known). */
  central: number | null;
  sign: SignWord | null;
  /** Does the sign survive rival evidence? Null until every side was run. */
  rivals: RivalTable | null;
  /** Which single figure would turn the sign? Null until every figure was moved. */
  thresholds: Thresholds | null;
  /** What moves the answer most, and what would be most worth knowing. Null until every figure was moved or futures were learnt from to the end. */
  matters: Matters | null;
  /** Parts of the answer, largest first. Null unless asked for. */
  contributions: { draws: number; parts: ContributionRange[] } | null;
}

/** The central answer under a side or a combination; all null where it is not counted, `impossible` says why a plan cannot be. */
export interface SidedAnswer {
  central: number | null;
  sign: SignWord | null;
  /** True if the sign is that of the scenario as it stands. */
  same_sign: boolean | null;
  impossible: string | null;
  /** Over many futures; null until `takeRival` or `takeCombination` brought them. */
  futures: Summary | null;
}

/** One side of one dispute, one at a time; all other disputes as the scenario takes them. */
export interface RivalRow extends SidedAnswer {
  switch: string;
  option: string;
  switch_label: string;
  question: string;
  label: string;
  /** True if the scenario takes this side: its row is the central answer. */
  taken: boolean;
  /** True if the pack takes it unless told otherwise. */
  default: boolean;
}

/** In each dispute the side that alone is best (or worst), run together. */
export interface RivalCombination extends SidedAnswer {
  /** Sides other than those the scenario takes: switch to option. */
  switches: Record<string, string>;
  /** False if one side alone goes further than all together; that one then stands here. */
  joint: boolean;
}

/**
 * Does the sign survive? For `takeRival`, run as many futures of the same seed under every row; rows that are `taken` all have
 * the futures of the scenario itself. The scenario under a row: `{ ...scenario, switches: { ...scenario.switches, [row.switch]: row.option } }`.
 */
export interface RivalTable {
  rows: RivalRow[];
  /** Sides not taken that move the answer, how many of them keep the sign, and how many more do not move it. */
  of: number;
  same: number;
  idle: number;
  /** Sides that turn it. */
  turns: { switch: string; option: string }[];
  most_favourable: RivalCombination | null;
  least_favourable: RivalCombination | null;
  /** English, for tables and files. */
  sentence: string;
}

/** A figure of the evidence in a row; values in the pack's price year. */
export interface FigureRow {
  /** Id of a parameter or an effect; `nhs_cost_per_qaly_gbp` for the price of health in hospitals. */
  id: string;
  label: string;
  unit: string;
  kind: string;
  /** Central value and the ends of its range. For the price of health: the lowest and highest published estimate. */
  value: number;
  low: number;
  high: number;
  /** Share of belief between the ends; 1 for hard ends; null for the price of health. */
  level: number | null;
  /** sourced, derived, recalled or assumed; null for a price of one's own. */
  status: string | null;
  /** A to D. */
  grade: string | null;
  heading: string | null;
  programme: string | null;
}

/** A figure that turns the sign alone. */
export interface ThresholdRow extends FigureRow {
  /** The value nearest to the central one at which the sign changes. */
  flips_at: number;
  /** The value to set under `assumptions` of a scenario to get there: for a weak effect, what is left of it after shrinking. */
  as_assumption: number;
  /** True if it is within the range; otherwise within the bounds of its kind, or ten times the central value. */
  within: boolean;
  /** Distance from the central value as a share of the width of the range. */
  distance: number;
  /** English: "You would have to believe that X is Y instead of Z". */
  sentence: string;
}

/** Figures that turn the sign: those within their range first, then nearest first. */
export interface Thresholds {
  rows: ThresholdRow[];
  /** Figures looked at, and rows within their range. */
  asked: number;
  within: number;
  sentence: string;
}

/** Expected value of partial perfect information, in the unit of `about`. */
export interface Worth {
  value: number;
  standard_error: number;
  /** Estimated upward bias of `value`, not taken off. */
  bias: number;
  /** What 95% of shuffles, in which the figures say nothing, stay below. */
  noise: number;
  /** True if `value` is above `noise`, and above its bias by more than twice its standard error. */
  clear: boolean;
  /** Columns of the regression. */
  terms: number;
  /** Figures of a group left out for want of draws. */
  left_out: number;
}

/** A figure that moves the answer. */
export interface MatteringRow extends FigureRow {
  /** Net benefit at the ends of its range; null if figures were not asked for. */
  at_low: number | null;
  at_high: number | null;
  /** Widest distance between low end, centre and high end. */
  swing: number | null;
  /** Spearman's, with the scenario's net benefit over the futures; null before these were learnt from. */
  rank_correlation: number | null;
  evppi: Worth | null;
}

/** Sorted by what it would be worth to know, then by swing. */
export interface Matters {
  /** Figures with a range that the run reads and that move nothing. */
  still: number;
  figures: MatteringRow[];
  /** Null before futures were learnt from. */
  futures: {
    draws: number;
    seed: number;
    /** Scenarios to choose from, beside doing nothing. */
    options: number;
    summary: Summary | null;
    /** What it would be worth to know everything; exactly 0 if the same choice is best in every future. */
    evpi: number;
    /** Share of futures in which another choice than the best on average would have been better. */
    regretted: number;
    /** Figures taken together: a programme, a heading, a role such as `role.reach_today`; most worth first. */
    groups: { id: string; label: string; figures: number; evppi: Worth | null }[];
  } | null;
  /** English; null before futures were learnt from. */
  sentence: string | null;
}

/** What a programme through a channel, or the hospital side, adds to the answer. */
export interface ContributionRange {
  programme: string | null;
  channel: string;
  label: string;
  central: number;
  futures: Summary | null;
}

/** A sparse overlay on evidence and place, as in `presets/*.json`; `{}` changes nothing. */
export type ScenarioOverlay = Record<string, any>;

/** What can be set and asked. */
export interface Description {
  start_year: number;
  sliders: any[];
  programmes: any[];
  switches: any[];
  outcomes: { id: string; label: string; unit: string }[];
  diseases: { id: string; label: string }[];
  topdown: { id: string; label: string; caveat: string; source: string[] }[];
}

/** Versions and first year. */
export interface About {
  model: string;
  evidence: string;
  data: string;
  price_year: string;
  start_year: number;
  /** The longest run of a scenario, years. */
  horizon: number;
}

/** What should be reached, and within which limits (docs/METHOD.md, B8). */
export interface Goal {
  name?: string;
  note?: string;
  /** All of these together; at least one. Two that cannot both hold are a fault. */
  targets: GoalTarget[];
  /** Which plans to look for; all three if absent. The cheapest is always worked out, and given only if asked for. */
  objectives?: ('least_cost' | 'most_equal' | 'least_change')[];
  /** What "most equal" means: most healthy years for the poorest fifth (if absent), or the smallest gap to the richest. */
  equal_by?: 'most_deprived_fifth' | 'gap';
  /** Most pounds a year for all programmes. Without it "most equal" may spend the scenario's shift, or what the cheapest
   * plan takes if that is more; the other two are not limited. */
  budget_gbp_per_year?: number;
  /** By programme id; a programme that is not named may get anything that it has room for. */
  programmes?: Record<
    string,
    | { min_gbp_per_year?: number; max_gbp_per_year?: number }
    | { locked_gbp_per_year: number }
    | { as_in_scenario: true }
  >;
  /** Share of model runs in which all targets must be reached, 0.5 to 0.99; absent: the middle line only. */
  probability?: number;
  /** Model runs behind it, 20 to 4,000 (if absent 250), and their seed (if absent 1). */
  draws?: number;
  seed?: number;
}

/** One target: an outcome, which way, how many, and when: `year` or `account`, one of them. */
export interface GoalTarget {
  /** Id of an outcome of a run that is a count or a sum, such as `emergency_admissions`, `qalys`, `deaths_hospital`. */
  outcome: string;
  change: 'fewer' | 'more';
  /** 0 or more; one of the two, or both. */
  at_least?: number;
  at_most?: number;
  /** A calendar year that is shown. */
  year?: number;
  /** Undiscounted sums. */
  account?: 'by_horizon' | 'set_in_motion';
  /** Only this fifth, 1 (most deprived) to 5. */
  fifth?: number;
}

/** How far a search is; `expected` is an estimate until it is finished. */
export interface SearchProgress {
  done: number;
  expected: number;
  finished: boolean;
}

/** What a search found. */
export interface SolveAnswer {
  model: string;
  evidence: string;
  price_year: string;
  place: { code: string; name: string };
  /** The goal's name. */
  name: string;
  /** The scenario as it was given. */
  scenario: ScenarioOverlay;
  years: number[];
  /** False: nothing here reaches it; `closest` says what comes closest and how far it is, and `solutions` is empty. */
  reachable: boolean;
  /** In the order least cost, most equal, least change. */
  solutions: SolvedPlan[];
  closest: SolvedPlan | null;
  /** Model runs it took. */
  runs: number;
}

/** One plan, run in full: `targets` are the whole plan's; gains of single programmes are each programme's alone. */
export interface SolvedPlan {
  objective: 'least_cost' | 'most_equal' | 'least_change';
  reached: boolean;
  /** To be run, shown or linked to like any other. */
  scenario: ScenarioOverlay;
  /** Pounds a year once ramped up, and pounds used by programmes within the horizon, plain and discounted. */
  gbp_per_year: number;
  gbp_by_horizon: number;
  gbp_by_horizon_discounted: number;
  gbp_could_not_be_used: number;
  /** Pounds a year that stand elsewhere than in the scenario given, added over programmes. */
  moved_gbp_per_year: number;
  /** Healthy years set in motion in the poorest fifth, or the gap per 1,000 residents; null unless "most equal" was asked for. */
  equality: { by: 'most_deprived_fifth' | 'gap'; value: number } | null;
  targets: {
    outcome: string;
    change: 'fewer' | 'more';
    year: number | null;
    account: 'by_horizon' | 'set_in_motion' | null;
    fifth: number | null;
    at_least: number | null;
    at_most: number | null;
    /** By the whole plan, in the target's own direction. */
    reached: number;
    met: boolean;
    /** 0 if met. */
    short_by: number;
    /** True if the plan would be better with less of it. */
    binds: boolean;
    /** Discounted pounds within the horizon that one more would take; only in the cheapest plan, where it binds. */
    gbp_for_one_more: number | null;
    /** Where nothing reaches the goal: the most of this target if it were the only one, without overlap. */
    most_alone: number | null;
  }[];
  /** What holds the plan back. */
  binds: (
    | { kind: 'target'; target: number }
    | { kind: 'budget' | 'beds'; gbp_per_year: number }
    | {
        kind: 'no_more_room' | 'at_your_limit' | 'at_your_minimum' | 'locked';
        programme: string;
        gbp_per_year: number;
      }
  )[];
  /** Every programme of the evidence, in its order. */
  programmes: {
    programme: string;
    label: string;
    grade_hospital: string;
    grade_outcome: string;
    gbp_per_year: number;
    gbp_per_year_in_scenario: number;
    /** The most it can use here. */
    room_gbp_per_year: number;
    limits: { min_gbp_per_year: number | null; max_gbp_per_year: number | null };
    why: 'not_used' | 'in_part' | 'no_more_room' | 'at_your_limit' | 'at_your_minimum' | 'locked';
    /** What it does alone with its money, by target, in each target's direction; its own share of a cut is inside. */
    gains: number[];
    /** The next pound a year, and the last one given; null where there is none. */
    next_pound: MarginalPound | null;
    last_pound: MarginalPound | null;
    /** In the cheapest plan: what doing without it would take, in discounted pounds within the horizon. */
    without_it: { reached: true; gbp_more: number } | { reached: false; gbp_more: null } | null;
  }[];
  /** The programme that would be called on next; null if there is none, or the objective does not weigh pounds. */
  next_best: { programme: string; gains_per_million: number[]; worth_per_pound: number } | null;
  /** Pounds a year given to programmes whose evidence is graded C or D both for hospital use and for its direct result. */
  gbp_on_weak_evidence: number;
  /** How sure it is; null unless a probability was asked for, and where not even the middle line reaches the targets. */
  chance: {
    asked: number;
    /** Share of model runs in which the plan reaches all targets, and each of them. */
    share: number;
    by_target: number[];
    draws: number;
    /** Of them, those run by the exact engine: all that are near a target. */
    draws_run_exactly: number;
    seed: number;
    /** The plan that reaches the targets on the middle line only. */
    without_margin: { gbp_per_year: number; share: number };
  } | null;
}

/** What a pound a year more or less does. */
export interface MarginalPound {
  /** By target, for £1m a year at this rate. */
  gains_per_million: number[];
  /** In pounds of the plan's last pound: 1 at the margin, more where a programme is used to the full. */
  worth_per_pound: number | null;
}

/** One thing that is wrong with an input. */
export interface Fault {
  path: string;
  value: string;
  reason: string;
}

/** What is thrown when an input has faults. */
export interface FaultsError extends Error {
  name: 'Faults';
  faults: Fault[];
}
