// Tables of people, deaths, diseases, hospital use, costs, prices and published checks.

import {
  OLDEST, baseline, data, lastAge, leftOut, nonCommercial, rounded, sexOf, slug, sourceIds, statusOf, writeTable,
} from './words.mjs'

// ---------------------------------------------------------------- diseases, deaths, people

const diseaseKey = {
  CHD: 'chd', stroke: 'stroke', COPD: 'copd', breast_cancer: 'breast_cancer', lung_cancer: 'lung_cancer',
  colon_cancer: 'colorectal_cancer',
}

export function diseaseRates() {
  const rows = baseline('disease_rates_single_age_imd').map((raw) => ({
    disease: diseaseKey[raw.disease], sex: sexOf[raw.sex], imd_quintile: raw.imd_quintile, age: raw.age,
    incidence_rate: raw.incidence, prevalence_share: raw.prevalence, case_fatality_rate: raw.case_fatality,
    remission_rate: raw.remission,
  }))
  writeTable('disease_rates', ['disease', 'sex', 'imd_quintile', 'age', 'incidence_rate', 'prevalence_share',
    'case_fatality_rate', 'remission_rate'], rows)
}

export function incidenceCalibration() {
  const rows = baseline('calibration_factors').map((raw) => ({
    disease: diseaseKey[raw.disease], sex: sexOf[raw.sex], imd_quintile: raw.imd_quintile,
    incidence_factor: raw.incidence_factor, prevalence_ratio_uncalibrated: raw.model_to_stored_prevalence_at_1,
  }))
  writeTable('incidence_calibration', ['disease', 'sex', 'imd_quintile', 'incidence_factor',
    'prevalence_ratio_uncalibrated'], rows)
}

const causeKey = {
  'CHD (I20-I25)': 'chd', 'stroke (I60-I69)': 'stroke', 'COPD etc (J40-J47)': 'copd',
  'dementia coded F00-F03': 'dementia', 'lung cancer (C33-C34)': 'lung_cancer',
  'colorectal cancer (C18-C20)': 'colorectal_cancer', 'breast cancer (C50)': 'breast_cancer',
  'type 2 diabetes (E11)': 'type_2_diabetes',
}

/** Shares are stored with four decimals: recomputed here from the two counts, after checking that they agree. */
export function deathsByCause() {
  const all = new Map(baseline('life_tables').filter((row) => row.period === '2014-2016')
    .map((row) => [`${row.sex} ${row.imd_quintile} ${row.age_low}`, row]))
  const rows = baseline('deaths_by_cause_imd').map((raw) => {
    const total = all.get(`${raw.sex} ${raw.imd_quintile} ${raw.age_low}`)
    const share = Number(raw.deaths) / Number(total.deaths)
    if (Math.abs(share - Number(raw.share_of_all_deaths)) > 0.00005001) throw new Error(`share differs: line ${raw.at}`)
    if (total.person_years !== raw.person_years) throw new Error(`person-years differ: line ${raw.at}`)
    return {
      cause: causeKey[raw.cause], sex: sexOf[raw.sex], imd_quintile: raw.imd_quintile, age_low: raw.age_low,
      age_high: lastAge(raw.age_high), deaths: raw.deaths, person_years: raw.person_years, share_of_all_deaths: share,
    }
  })
  writeTable('deaths_by_cause', ['cause', 'sex', 'imd_quintile', 'age_low', 'age_high', 'deaths', 'person_years',
    'share_of_all_deaths'], rows)
}

export function mortalityEngland() {
  const rows = data('life_table_england').filter((raw) => raw.table_id === 'england_2021_2023_scaled')
    .map((raw) => ({ sex: sexOf[raw.sex], age: raw.age, mortality_rate: raw.mx }))
  writeTable('mortality_england', ['sex', 'age', 'mortality_rate'], rows)
}

export function mortalityQuintileRatio() {
  const raws = baseline('mortality_imd_rate_ratios')
  const starts = [...new Set(raws.map((raw) => Number(raw.age_low)))].sort((a, b) => a - b)
  const endOf = (start) => { const next = starts[starts.indexOf(start) + 1]; return next ? next - 1 : OLDEST }
  const rows = raws.map((raw) => ({
    sex: sexOf[raw.sex], imd_quintile: raw.imd_quintile, age_low: raw.age_low, age_high: endOf(Number(raw.age_low)),
    rate_ratio: raw.rr, low: raw.lo, high: raw.hi,
  }))
  writeTable('mortality_quintile_ratio', ['sex', 'imd_quintile', 'age_low', 'age_high', 'rate_ratio', 'low', 'high'], rows)
}

export function populationEngland() {
  const rows = data('population_england_single_year')
    .map((raw) => ({ sex: sexOf[raw.sex], age: raw.age, population: raw.population }))
  writeTable('population_england', ['sex', 'age', 'population'], rows)
}

export function hospitalUse() {
  const columns = ['emergency_episodes_per_person', 'emergency_cost_per_person_gbp_2011_12',
    'elective_episodes_per_person', 'elective_cost_per_person_gbp_2011_12', 'outpatient_appointments_per_person',
    'population']
  const rows = baseline('hospital_use_single_age_imd').map((raw) => ({ ...raw, sex: sexOf[raw.sex] }))
  writeTable('hospital_use', ['sex', 'imd_quintile', 'age', ...columns], rows)
}

// ---------------------------------------------------------------- quality of life, social care, costs

const utilityFormula = (sex, age) =>
  0.9508566 + (sex === 'male' ? 0.0212126 : 0) - 0.0002587 * age - 0.0000332 * age * age

/** The surveyed ages are 20 to 89; the rows below and above them say how they were filled. */
function utilityBeyondSurvey(sex, youngest) {
  const young = { sex, age_low: 0, age_high: 19, utility: youngest, status: 'assumed',
    note: 'nobody under 20 was surveyed: the value of ages 20 to 24' }
  const old = { sex, age_low: 90, age_high: 94, utility: utilityFormula(sex, 92).toFixed(4), status: 'derived',
    note: 'same formula, beyond the bands stored' }
  const oldest = { sex, age_low: 95, age_high: OLDEST, utility: utilityFormula(sex, 97).toFixed(4), status: 'assumed',
    note: 'formula at 97, held to the last age' }
  return [young, old, oldest]
}

export function utilityNorms() {
  const raws = baseline('utilities_costs').filter((raw) => raw.parameter === 'EQ-5D-3L general population utility')
  const asRow = (raw) => ({ sex: sexOf[raw.sex], age_low: raw.age_low, age_high: lastAge(raw.age_high),
    utility: raw.value, status: statusOf(raw.verification) })
  const bySex = raws.filter((raw) => raw.sex !== 'both').map(asRow)
  const extra = ['male', 'female'].flatMap((sex) =>
    utilityBeyondSurvey(sex, bySex.find((row) => row.sex === sex && row.age_low === '20').utility))
  writeTable('utility_norms', ['sex', 'age_low', 'age_high', 'utility', 'status', 'note'], [...bySex, ...extra])
  writeTable('utility_norms_both_sexes', ['sex', 'age_low', 'age_high', 'utility'],
    raws.filter((raw) => raw.sex === 'both').map(asRow))
}

// ---------------------------------------------------------------- social care, older costs, prices, registers

export function socialCareCostByAge() {
  const name = 'adult social care cost per person at exact age'
  const rows = baseline('utilities_costs').filter((raw) => raw.parameter.startsWith(name)).map((raw) => ({
    set: raw.parameter.endsWith('older set') ? 'older' : 'set_2026', age: raw.age_low,
    cost_gbp_per_person_year: raw.value, source: sourceIds(raw.source_id), status: statusOf(raw.verification),
  }))
  writeTable('social_care_cost_by_age', ['set', 'age', 'cost_gbp_per_person_year', 'source', 'status'], rows)
}

/** "lung_ca_18_64 year 1 since diagnosis" becomes lung_cancer, ages 18 to 64, year 1. */
function olderCostKey(text) {
  const cancer = /^(lung|breast|colon)_ca_(18_64|65\+) year (\d+)/.exec(text)
  if (!cancer) return { condition: slug(text), age_low: 18, age_high: OLDEST, year_since_diagnosis: 'any' }
  const condition = { lung: 'lung_cancer', breast: 'breast_cancer', colon: 'colorectal_cancer' }[cancer[1]]
  const ages = cancer[2] === '65+' ? { age_low: 65, age_high: OLDEST } : { age_low: 18, age_high: 64 }
  return { condition, ...ages, year_since_diagnosis: cancer[3] }
}

export function nhsCostOlderSet() {
  const rows = baseline('utilities_costs').filter((raw) => raw.parameter === 'NHS cost, older set').map((raw) => ({
    ...olderCostKey(raw.condition_or_group), cost_gbp_per_case_year: raw.value, low: raw.low, high: raw.high,
  }))
  writeTable('nhs_cost_older_set', ['condition', 'age_low', 'age_high', 'year_since_diagnosis',
    'cost_gbp_per_case_year', 'low', 'high'], rows)
}

/** The index of health service costs is published for non-commercial use only: left out. */
export function prices() {
  const series = { 'GDP deflator': 'gdp_deflator', CPI: 'cpi', 'average earnings': 'average_earnings',
    'GDP deflator, later vintage': 'gdp_deflator_2026_release' }
  const raws = baseline('prices_index')
  leftOut('prices_index', raws.filter((raw) => raw.source_id === 'S206'), 'series published for non-commercial use')
  const rows = raws.filter((raw) => raw.source_id !== 'S206').map((raw) => ({
    series: series[raw.series], year: raw.year, index: raw.index,
    growth: raw.change_percent === '' ? '' : rounded(Number(raw.change_percent) / 100),
    factor_to_2024_25: raw.factor_to_2024_25, source: sourceIds(raw.source_id), status: statusOf(raw.verification),
  }))
  writeTable('prices', ['series', 'year', 'index', 'growth', 'factor_to_2024_25', 'source', 'status'], rows)
}

export function registerPrevalence() {
  const rows = baseline('register_prevalence_by_imd').map((raw) => ({
    condition: slug(raw.condition), imd_quintile: raw.imd_quintile === 'England' ? 'all' : raw.imd_quintile,
    register: raw.register, list_size: raw.list_size, prevalence_share: raw.prevalence,
    ratio_to_england: raw.ratio_to_england,
  }))
  writeTable('register_prevalence', ['condition', 'imd_quintile', 'register', 'list_size', 'prevalence_share',
    'ratio_to_england'], rows)
}

// ---------------------------------------------------------------- rates from the literature

const modelled = new Set(Object.keys(diseaseKey))

/** The six diseases come from the single-age table; of their five-year bands and registrations nothing more is needed. */
function literatureRates() {
  const raws = baseline('disease_rates')
  const bands = raws.filter((raw) => modelled.has(raw.disease) || raw.disease.endsWith('_registrations'))
  leftOut('disease_rates', bands, 'five-year bands and registrations of the six diseases: the single-age table is used')
  return [...raws.filter((raw) => !bands.includes(raw)).map((raw) => ({ ...raw, file: 'disease_rates' })),
    ...baseline('disease_additions').map((raw) => ({ ...raw, file: 'disease_additions' }))]
}

const isDiabetes = (raw) => /^(type_2_diabetes|diabetes)/.test(raw.disease)

const literatureColumns = ['row', 'disease', 'measure', 'sex', 'age_low', 'age_high', 'imd_quintile', 'value',
  'low', 'high', 'unit', 'year', 'place', 'source', 'status', 'note']

function asLiteratureRow(raw) {
  return {
    row: `${raw.file}_${raw.at}`, disease: slug(raw.disease), measure: slug(raw.measure), sex: sexOf[raw.sex],
    age_low: raw.age_low, age_high: lastAge(raw.age_high), imd_quintile: slug(raw.imd_quintile), value: raw.value,
    low: raw.ci_low, high: raw.ci_high, unit: raw.unit, year: raw.year, place: raw.geography,
    source: sourceIds(raw.source_id), status: statusOf(raw.verification), note: raw.note,
  }
}

export function literatureTables() {
  const raws = literatureRates()
  const shipped = raws.filter((raw) => !nonCommercial.has(raw.source_id))
  for (const file of ['disease_rates', 'disease_additions']) {
    leftOut(file, raws.filter((raw) => raw.file === file && !shipped.includes(raw)), 'source is non-commercial')
  }
  writeTable('type_2_diabetes_rates', literatureColumns, shipped.filter(isDiabetes).map(asLiteratureRow))
  writeTable('disease_rates_other', literatureColumns, shipped.filter((raw) => !isDiabetes(raw)).map(asLiteratureRow))
}

// ---------------------------------------------------------------- hospital use by disease, published checks, gaps

export const wholeGroup = new Set(['emergency admissions', 'mean length of stay', 'zero-bed-day share of emergency admissions',
  'emergency bed days', 'emergency admissions with zero bed days, share', 'bed days, all admission methods'])

/** One row per group of diagnoses, from one row per measure. */
export function hospitalUseByDisease() {
  const groups = new Map()
  for (const raw of baseline('hospital_use_by_disease').filter((row) => wholeGroup.has(row.measure))) {
    const row = groups.get(raw.condition) ?? { group: slug(raw.condition), label: raw.condition, icd10: raw.icd10 }
    groups.set(raw.condition, row)
    if (raw.measure === 'emergency admissions') row.emergency_admissions = raw.value
    if (raw.measure === 'mean length of stay') row.mean_stay_days = raw.value
    if (/^zero|zero bed days, share/.test(raw.measure)) row.zero_night_share = raw.value
    if (raw.measure === 'emergency bed days') Object.assign(row, { emergency_bed_days: raw.value, bed_days_low: raw.low, bed_days_high: raw.high })
    if (raw.measure === 'bed days, all admission methods') row.all_bed_days = raw.value
  }
  writeTable('hospital_use_by_disease', ['group', 'label', 'icd10', 'emergency_admissions', 'mean_stay_days',
    'zero_night_share', 'emergency_bed_days', 'bed_days_low', 'bed_days_high', 'all_bed_days'], [...groups.values()])
}

/** "2725-4845" is a range; a single number is a value. */
export function validationTargets() {
  const rows = baseline('validation_targets').map((raw) => {
    const range = /^(\d+)-(\d+)$/.exec(raw.value)
    return {
      row: `validation_targets_${raw.at}`, part: slug(raw.part), target: raw.target, value: range ? '' : raw.value,
      low: range?.[1], high: range?.[2], unit: raw.unit, year: raw.year, source: sourceIds(raw.source_id),
      status: statusOf(raw.verification), note: raw.note,
    }
  })
  writeTable('validation_targets', ['row', 'part', 'target', 'value', 'low', 'high', 'unit', 'year', 'source', 'status',
    'note'], rows)
}
