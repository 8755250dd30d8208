// Writes the common model for Vensim, which SDEverywhere, PySD and simlin read: `node mdl.mjs TABLES` prints it. Names are
// those of tables.txt with spaces for underscores; the equations are those of README.md, in its order.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const DIMENSIONS = {
  Age: ['a', 20],
  Sex: ['s', 2],
  Fifth: ['q', 5],
  Dis: ['d', 8],
  Expo: ['e', 8],
  Prog: ['p', 15],
  Payer: ['y', 5],
};

/** Subscripts of the tables. */
const SHAPES = {
  exposure_age: 'Age,Expo',
  exposure_sex: 'Sex,Expo',
  exposure_fifth: 'Fifth,Expo',
  excess_risk: 'Expo,Dis',
  incidence_age: 'Age,Dis',
  incidence_sex: 'Sex,Dis',
  incidence_fifth: 'Fifth,Dis',
  fatality_age: 'Age,Dis',
  fatality_sex: 'Sex,Dis',
  fatality_fifth: 'Fifth,Dis',
  remission: 'Dis',
  mortality_age: 'Age',
  mortality_sex: 'Sex',
  mortality_fifth: 'Fifth',
  prevalence_age: 'Age,Dis',
  people_age: 'Age',
  people_sex: 'Sex',
  people_fifth: 'Fifth',
  births: 'Sex,Fifth',
  leaving: 'Age',
  coverage: 'Prog',
  effect: 'Prog,Expo',
  gradient: 'Prog,Fifth',
  lag: 'Expo',
  bed_days: 'Dis',
  case_cost: 'Dis',
  utility_loss: 'Dis',
  utility_age: 'Age',
  programme_cost: 'Prog',
  payer_share: 'Payer,Dis',
  payer_programme: 'Payer',
  payer_waiting: 'Payer',
};

/** What is drawn, in the order of src/draws.rs. */
const DRAWN = [
  ['risk factor', 'Expo,Dis'],
  ['incidence factor', 'Dis'],
  ['fatality factor', 'Dis'],
  ['remission factor', 'Dis'],
  ['effect factor', 'Prog'],
  ['lag factor', 'Expo'],
  ['cost factor', 'Dis'],
  ['utility factor', 'Dis'],
];
const MORTALITY = 'mortality factor';

const members = (dimension) => {
  const [letter, count] = DIMENSIONS[dimension];
  return Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
};

/** Every name with subscripts that stands for one number. */
function each(name, shape) {
  const [first, second] = shape.split(',').map(members);
  return first.flatMap((one) => (second ? second.map((other) => `${name}[${one},${other}]`) : `${name}[${one}]`));
}

export const inputs = [...DRAWN.flatMap(([name, shape]) => each(name, shape)), MORTALITY];
export const outputs = [
  'all people',
  'all deaths',
  ...each('cases of', 'Dis'),
  ...each('deaths in', 'Fifth'),
  ...['demand', 'capacity', 'waiting', 'spent', 'lived'],
];

/** The tables: rows of numbers (as text, so that nothing is rounded) by name. */
export function tables(text) {
  const found = new Map();
  let rows = [];
  for (const line of text.trim().split('\n')) {
    if (line.startsWith('#')) continue;
    if (line.includes(':')) {
      rows = [];
      found.set(line.split(':')[0], rows);
    } else rows.push(line.split(' '));
  }
  return found;
}

function constants(text) {
  return [...tables(text)].map(([id, rows]) => {
    const name = id.replaceAll('_', ' ');
    const shape = SHAPES[id];
    if (!shape) return `${name} = ${rows[0][0]}`;
    const values = shape.includes(',') ? rows.map((row) => `${row.join(',')};`).join('') : rows[0].join(',');
    return `${name}[${shape}] = ${values}`;
  });
}

function factors() {
  const ones = (dimension) =>
    members(dimension)
      .map(() => '1')
      .join(',');
  const value = ([first, second]) =>
    second
      ? members(first)
          .map(() => `${ones(second)};`)
          .join('')
      : ones(first);
  return [...DRAWN.map(([name, shape]) => `${name}[${shape}] = ${value(shape.split(','))}`), `${MORTALITY} = 1`];
}

const [C, CD, CE] = ['Age,Sex,Fifth', 'Age,Sex,Fifth,Dis', 'Age,Sex,Fifth,Expo'];
const risk = (share) =>
  members('Expo')
    .map((e) => `(1+${share}[${C},${e}]*excess[${e},Dis])`)
    .join('*');

/** People who grow older, of one stock: out of each band, and into the next. */
const older = (stock, shape, born) => {
  const rest = shape.replace('Age,', '');
  return [
    `${stock} leave[${shape}] = ${stock}[${shape}]*leaving[Age]`,
    `${stock} enter[a1,${rest}] = ${born}`,
    `${stock} enter[Later,${rest}] = ${stock} leave[Earlier,${rest}]`,
  ];
};

const EQUATIONS = [
  'strength = MAX(0, MIN(1, (Time - ramp start)/ramp years))',
  'mortality now = EXP(-mortality improvement*Time)',
  'discount = EXP(-discount rate*Time)',
  'taken away[Fifth,Expo] = INITIAL(SUM(coverage[Prog!]*effect factor[Prog!]*effect[Prog!,Expo]*gradient[Prog!,Fifth]))',
  `exposed start[${CE}] = INITIAL(exposure age[Age,Expo]*exposure sex[Sex,Expo]*exposure fifth[Fifth,Expo])`,
  'years behind[Expo] = INITIAL(lag[Expo]*lag factor[Expo])',
  `target[${CE}] = exposed start[${CE}]*(1 - strength*taken away[Fifth,Expo])`,
  `exposed[${CE}] = INTEG((target[${CE}] - exposed[${CE}])/years behind[Expo], exposed start[${CE}])`,
  'excess[Expo,Dis] = INITIAL(excess risk[Expo,Dis]*risk factor[Expo,Dis])',
  `risk start[${CD}] = INITIAL(${risk('exposed start')})`,
  `relative risk[${CD}] = ${risk('exposed')}/risk start[${CD}]`,
  `incidence[${CD}] = INITIAL(incidence age[Age,Dis]*incidence sex[Sex,Dis]*incidence fifth[Fifth,Dis]*incidence factor[Dis])`,
  `fatality[${CD}] = INITIAL(fatality age[Age,Dis]*fatality sex[Sex,Dis]*fatality fifth[Fifth,Dis]*fatality factor[Dis])`,
  'recovery[Dis] = INITIAL(remission[Dis]*remission factor[Dis])',
  `mortality[${C}] = INITIAL(mortality age[Age]*mortality sex[Sex]*mortality fifth[Fifth]*mortality factor)`,
  `prevalence[${CD}] = INITIAL(prevalence age[Age,Dis]*incidence fifth[Fifth,Dis])`,
  `people start[${C}] = INITIAL(people age[Age]*people sex[Sex]*people fifth[Fifth])`,
  `fall ill[${CD}] = well[${CD}]*incidence[${CD}]*relative risk[${CD}]`,
  `recover[${CD}] = cases[${CD}]*recovery[Dis]`,
  `die of[${CD}] = cases[${CD}]*fatality[${CD}]`,
  `disease rate[${C}] = SUM(die of[${C},Dis!])/people[${C}]`,
  `other rate[${CD}] = mortality[${C}]*mortality now + disease rate[${C}] - die of[${CD}]/people[${C}]`,
  ...older('well', CD, 'births[Sex,Fifth]'),
  ...older('cases', CD, '0'),
  ...older('people', C, 'births[Sex,Fifth]'),
  `deaths[${C}] = people[${C}]*(mortality[${C}]*mortality now + disease rate[${C}])`,
  `well[${CD}] = INTEG(well enter[${CD}] - well leave[${CD}] - fall ill[${CD}] + recover[${CD}] - other rate[${CD}]*well[${CD}], people start[${C}]*(1-prevalence[${CD}]))`,
  `cases[${CD}] = INTEG(cases enter[${CD}] - cases leave[${CD}] + fall ill[${CD}] - recover[${CD}] - die of[${CD}] - other rate[${CD}]*cases[${CD}], people start[${C}]*prevalence[${CD}])`,
  `people[${C}] = INTEG(people enter[${C}] - people leave[${C}] - deaths[${C}], people start[${C}])`,
  'cases of[Dis] = SUM(cases[Age!,Sex!,Fifth!,Dis])',
  'all people = SUM(people[Age!,Sex!,Fifth!])',
  'deaths in[Fifth] = SUM(deaths[Age!,Sex!,Fifth])',
  'all deaths = SUM(deaths in[Fifth!])',
  'demand = SUM(cases of[Dis!]*bed days[Dis!])/365',
  'capacity = INTEG((capacity start*(1+capacity growth*Time) - capacity)/capacity delay, capacity start)',
  'unmet = MAX(0, demand - capacity)',
  'cleared = MIN(waiting*0.5, MAX(0, capacity - demand))',
  'waiting = INTEG(unmet - cleared, waiting start)',
  'cost of[Dis] = cases of[Dis]*case cost[Dis]*cost factor[Dis]',
  'programmes = strength*SUM(coverage[Prog!]*programme cost[Prog!])',
  'spend[Payer] = SUM(payer share[Payer,Dis!]*cost of[Dis!]) + payer programme[Payer]*programmes + payer waiting[Payer]*waiting',
  'ledger[Payer] = INTEG(spend[Payer]*discount, 0)',
  'spent = SUM(ledger[Payer!])',
  'utility = SUM(people[Age!,Sex!,Fifth!]*utility age[Age!]) - SUM(cases of[Dis!]*utility loss[Dis!]*utility factor[Dis!])',
  'lived = INTEG(utility*discount, 0)',
  'INITIAL TIME = 0',
  'FINAL TIME = 30',
  'TIME STEP = 1',
  'SAVEPER = 1',
];

/** The whole model. @param {string} text of tables.txt */
export function mdl(text) {
  const [bands, dimensions] = [members('Age'), Object.keys(DIMENSIONS)];
  const subscripts = [
    ...dimensions.map((name) => `${name}: ${members(name).join(',')}`),
    `Later: ${bands.slice(1).join(',')} -> Earlier`,
    `Earlier: ${bands.slice(0, -1).join(',')} -> Later`,
  ];
  const lines = [...subscripts, ...constants(text), ...factors(), ...EQUATIONS];
  return `{UTF-8}\n${lines.map((line) => `${line} ~~|\n`).join('')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(mdl(readFileSync(process.argv[2], 'utf8')));
}
