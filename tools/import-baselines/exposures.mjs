// Who smokes, is inactive, lives with obesity or drinks much, by age, sex and fifth.

import { OLDEST, baseline, data, lastAge, rounded, sexOf, slug, sourceIds, statusOf, writeTable } from './words.mjs'

// ---------------------------------------------------------------- who is exposed, by age and by fifth

const exposureColumns = ['exposure', 'sex', 'age_low', 'age_high', 'ratio_to_all', 'status', 'note']

/** Residents of England by sex between two ages. */
function residents() {
  const rows = data('population_england_single_year')
  return (low, high, sex) => rows.filter((raw) => Number(raw.age) >= low && Number(raw.age) <= high
    && (!sex || sexOf[raw.sex] === sex)).reduce((sum, raw) => sum + Number(raw.population), 0)
}

/** One value for the bands nobody published, so that all bands together give the level of all adults. */
function balance(count, all, bands, unknown) {
  const total = bands.concat(unknown).reduce((sum, band) => sum + count(band.low, band.high), 0)
  const known = bands.reduce((sum, band) => sum + band.value * count(band.low, band.high), 0)
  const shape = unknown.reduce((sum, band) => sum + band.value * count(band.low, band.high), 0)
  return (all * total - known) / shape
}

/** Age pattern times sex pattern, then scaled so that the adults of England average one. */
function exposureRows(exposure, count, bySex, bands) {
  const cells = ['female', 'male'].flatMap((sex) => bands.map((band) => ({ band, sex, value: band.value * bySex[sex] })))
  const people = cells.map(({ band, sex }) => count(band.low, band.high, sex))
  const mean = cells.reduce((sum, cell, i) => sum + cell.value * people[i], 0) / people.reduce((a, b) => a + b, 0)
  return cells.map(({ band, sex, value }) => ({
    exposure, sex, age_low: band.low, age_high: band.high > 90 ? OLDEST : band.high, ratio_to_all: rounded(value / mean),
    status: band.status, note: `${band.note}; the same age pattern is assumed for both sexes`,
  }))
}

const seen = (low, high, value, note) => ({ low, high, value, status: 'derived', note })
const filled = (low, high, value, note) => ({ low, high, value, status: 'assumed', note })

function fill(count, all, known, unknown) {
  const factor = balance(count, all, known, unknown)
  return known.concat(unknown.map((band) => ({ ...band, value: band.value * factor }))).sort((a, b) => a.low - b.low)
}

function smokingByAge(count) {
  const bySex = { female: 0.101, male: 0.137 }
  const all = (bySex.female * count(18, 90, 'female') + bySex.male * count(18, 90, 'male')) / count(18, 90)
  const known = [seen(18, 24, 0.098, '9.8% in 2023'), seen(25, 34, 0.14, '14.0% in 2023'), seen(65, 999, 0.082, '8.2% in 2023')]
  const bands = fill(count, all, known, [filled(35, 64, 1, 'not published: what the other ages leave over')])
  return exposureRows('smoking', count, bySex, bands)
}

function inactivityByAge(count) {
  const notActive = (active, all) => (1 - active) / (1 - all)
  const oldest = notActive(0.428, 0.634)
  const over55 = notActive(0.58, 0.637)
  const middle = (over55 * count(55, 90) - oldest * count(75, 90)) / count(55, 74)
  const why = 'the inactive are taken to be the same part of the not active at every age'
  const known = [filled(55, 74, middle, `58.0% of those over 55 active in 2023-24, less the oldest; ${why}`),
    filled(75, 999, oldest, `42.8% active in 2022-23; ${why}`)]
  const bands = fill(count, 1, known, [filled(16, 54, 1, 'not published: what the other ages leave over')])
  return exposureRows('inactivity', count, { female: 0.27, male: 0.24 }, bands)
}

function obesityByAge(count) {
  const known = [seen(16, 24, 0.13, '13% measured in 2019'), seen(55, 64, 0.36, '36% measured in 2022'),
    seen(65, 74, 0.35, '35% measured in 2022'), seen(75, 999, 0.26, '26% measured in 2019')]
  const line = (age) => 0.13 + (0.36 - 0.13) * (age - 20) / 40
  const why = 'not published: a straight line from 16-24 to 55-64, scaled so that all adults make 29%'
  const bands = fill(count, 0.29, known, [30, 40, 50].map((age) => filled(age - 5, age + 4, line(age), why)))
  return exposureRows('obesity', count, { female: 0.29, male: 0.27 }, bands)
}

function alcoholByAge(count) {
  const range = 'other ages are published as 19 to 24%: the middle, 21.5%'
  const bands = [seen(16, 54, 0.215, range), seen(55, 74, 0.3, '30% in 2022'), seen(75, 999, 0.215, range)]
  return exposureRows('alcohol_over_14_units', count, { female: 0.15, male: 0.32 }, bands)
}

/** Steps of equal ratio between the two published ends. */
const logSteps = (first, last) => [0, 1, 2, 3, 4].map((step) => first * (last / first) ** (step / 4))

function smokingByQuintile() {
  const [first, ...rest] = logSteps(1.66, 0.545)
  const middle = rest.slice(0, 3)
  const factor = (5 - first - 0.545) / middle.reduce((a, b) => a + b, 0)
  const ratios = [first, ...middle.map((ratio) => ratio * factor), 0.545]
  return ratios.map((ratio, i) => quintileRow('smoking', i, ratio, i === 0 || i === 4 ? 'derived' : 'assumed',
    i === 0 || i === 4 ? 'share of all smokers living in this fifth in 2021, over a fifth of adults'
      : 'equal steps between the two ends, scaled so that the five average one'))
}

function inactivityByQuintile() {
  const ratios = logSteps((1 - 0.555) / (1 - 0.637), (1 - 0.689) / (1 - 0.637))
  const mean = ratios.reduce((a, b) => a + b, 0) / 5
  return ratios.map((ratio, i) => quintileRow('inactivity', i, ratio / mean, 'assumed',
    'from 55.5% and 68.9% active at the two ends (2023-24, width of the groups not stated); equal steps, scaled to average one'))
}

function obesityByQuintile() {
  const rows = baseline('exposure_by_age_sex_imd').filter((raw) => raw.level === 'GP register, ratio to England')
  return rows.map((raw, i) => quintileRow('obesity', i, Number(raw.value), 'derived',
    'GP registers 2019-20, which hold about a third of people with obesity; the 2021 survey has wider ends, 34% and 20%'))
}

function quintileRow(exposure, index, ratio, status, note) {
  return { exposure, imd_quintile: index + 1, ratio_to_all: rounded(ratio), status, note }
}

export function exposureTables() {
  const count = residents()
  writeTable('exposure_by_age', exposureColumns,
    [smokingByAge, inactivityByAge, obesityByAge, alcoholByAge].flatMap((build) => build(count)))
  writeTable('exposure_by_quintile', ['exposure', 'imd_quintile', 'ratio_to_all', 'status', 'note'],
    [...smokingByQuintile(), ...inactivityByQuintile(), ...obesityByQuintile()])
}

/** Every published cell, as found. Shares stand in one column, everything else beside its unit in another. */
export function exposureCells() {
  const rows = ['exposure_prevalence', 'exposure_by_age_sex_imd'].flatMap((file) => baseline(file).map((raw) => {
    const isShare = /^(proportion|share)/.test(raw.unit)
    return {
      row: `${file}_${raw.at}`, exposure: slug(raw.exposure), level: raw.level, sex: sexOf[raw.sex],
      age_low: raw.age_low || 0, age_high: lastAge(raw.age_high), group: raw.stratum, share: isShare ? raw.value : '',
      other_value: isShare ? '' : raw.value, unit: raw.unit, year: raw.year, place: raw.geography,
      source: sourceIds(raw.source_id), status: statusOf(raw.verification), note: raw.note,
    }
  }))
  writeTable('exposure_cells', ['row', 'exposure', 'level', 'sex', 'age_low', 'age_high', 'group', 'share', 'other_value',
    'unit', 'year', 'place', 'source', 'status', 'note'], rows)
}
