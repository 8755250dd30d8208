
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
  /** Outcomes to keep by id; all if left out. */
  outcomes?: string[];
  /** Each outcome by year and fifth too (default false). */
  fifths?: boolean;
  /** Every line of the ledger by year (default true). */
  ledger?: boolean;
  /** Follow everybody to the end of life (default true). */
  set_in_motion?: boolean;
}

/** Futures run: for `Model.ranges`, in this thread or another. */
export interface FutureRows {
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
  ledger: { payer: string; line: string; kind: string; gbp: SummarySeries; after_horizon_gbp: Summary }[];
}

/** Shares of futures in which a payer has broken even by the end of each year from `start_year`. */
export interface BreakEvenShares {
  start_year: number;
  by_year: Float64Array;
  never: number;
  nothing_paid: number;
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
