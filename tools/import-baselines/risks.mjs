// Relative risks, and how the risk of smoking fades after quitting.

import { lastAge, leftOut, nonCommercial, rounded, sexOf, slug, sourceIds, statusOf, writeTable } from './words.mjs'

// ---------------------------------------------------------------- relative risks and the fading of risk after quitting

const outcomeId = {
  chd: 'chd', 'Ischaemic heart disease (I20-I25)': 'chd', CHD: 'chd', stroke: 'stroke',
  'Haemorrhagic stroke (I60-I62)': 'stroke', 'Ischaemic stroke (I63-I67)': 'stroke', 'haemorrhagic stroke': 'stroke',
  'ischaemic stroke': 'stroke', copd: 'copd', COPD: 'copd',
  'Chronic obstructive pulmonary disease (J40-J44,J47)': 'copd', breast_ca: 'breast_cancer',
  'breast cancer': 'breast_cancer', colorectal_ca: 'colorectal_cancer', 'colorectal cancer': 'colorectal_cancer',
  'colon cancer': 'colorectal_cancer', 'Colorectal (C18-C20)': 'colorectal_cancer', lung_ca: 'lung_cancer',
  'lung cancer': 'lung_cancer', 'Lung (C33, C34)': 'lung_cancer', t2dm: 'type_2_diabetes', T2DM: 'type_2_diabetes',
  'type 2 diabetes': 'type_2_diabetes', 'Diabetes (type 2) (E11)': 'type_2_diabetes', dementia: 'dementia',
  'All cause dementia (F02,F03)': 'dementia', 'all-cause mortality': 'all_cause',
  'other causes (non-modelled) mortality': 'other_causes', depression: 'depression',
  'Depression (F32,F33)': 'depression',
}

const riskColumns = ['row', 'exposure', 'level', 'reference_level', 'outcome', 'outcome_type', 'outcome_id', 'sex',
  'age_low', 'age_high', 'rr', 'low', 'high', 'lag_years', 'source', 'status', 'note']

const fromGlobalBurden = (raw) => raw.source_id === 'S002' && /GBD|Global Burden/.test(raw.note)
const riskSource = (raw) => (fromGlobalBurden(raw) ? 's002_gbd' : sourceIds(raw.source_id))
const isDecay = (raw) => raw.outcome_type === 'decay multiplier'

/** Plain notes for the faults the compilers found; the study behind a row stays named. */
function riskNote(raw) {
  const study = raw.note.replace(/^source: /, 'Study: ').replace(/^primary source key: /, 'Review: ')
    .replace(/[;,]? *'? *$/, '').replace(/'/g, '').replace(/; applies age 35\+; Royal College of Physicians 2018 disease list/, '')
  const faults = []
  if (/treat as an input error/.test(raw.verification)) faults.push('DAMAGED: the stored bound lies below the estimate, so no interval is given')
  if (/possible typing error/.test(raw.note)) faults.push('FLAGGED: estimate and interval do not fit each other')
  if (/lower bound derived/.test(raw.verification)) faults.push('lower bound worked out from the upper one')
  if (raw.source_id === 'S030') faults.push('For all adults: a UK cohort aged 40 to 65 gives 2.07 (1.95 to 2.20; Diabetes Care 36:2366)')
  return [study, ...faults].filter(Boolean).join('. ')
}

function asRiskRow(raw) {
  return {
    row: `relative_risks_${raw.at}`, exposure: slug(raw.exposure), level: raw.level,
    reference_level: raw.reference_level, outcome: raw.outcome, outcome_type: raw.outcome_type,
    outcome_id: outcomeId[raw.outcome] ?? '', sex: sexOf[raw.sex], age_low: raw.age_low, age_high: lastAge(raw.age_high),
    rr: raw.rr, low: raw.ci_low, high: raw.ci_high, lag_years: raw.lag_years, source: riskSource(raw),
    status: statusOf(raw.verification), note: riskNote(raw),
  }
}

export function relativeRisks(raws) {
  const barred = raws.filter((raw) => nonCommercial.has(raw.source_id))
  leftOut('relative_risks', barred, 'source is non-commercial')
  const rows = raws.filter((raw) => !isDecay(raw) && !barred.includes(raw)).map(asRiskRow)
  writeTable('relative_risks', riskColumns, rows)
}

/** The published curves are for groups of diseases; each disease gets its group's, gaps get that for COPD (assumed). */
const decayGroups = { CVD: ['chd', 'stroke'], COPD: ['copd'], Cancers: ['lung_cancer', 'colorectal_cancer', 'breast_cancer'] }
const decayOutcomes = ['chd', 'stroke', 'copd', 'lung_cancer', 'colorectal_cancer', 'breast_cancer', 'type_2_diabetes',
  'dementia', 'other_causes']

function asDecayRow(raw, outcome, assumed) {
  return {
    curve: raw.source_id === 'S004' ? 'kontis_2014' : 'gbd_2019', outcome,
    years_since_quitting: /(\d+) years/.exec(raw.level)[1], excess_risk_left: raw.rr, low: raw.ci_low, high: raw.ci_high,
    published_outcome: raw.outcome, source: raw.source_id === 'S004' ? 's004' : 's002_gbd',
    status: assumed ? 'assumed' : 'sourced',
    note: assumed ? 'no published curve for this outcome: that for COPD, the middle one, stands in' : '',
  }
}

export function quitDecay(raws) {
  const decays = raws.filter(isDecay)
  const direct = decays.flatMap((raw) =>
    (raw.source_id === 'S004' ? decayGroups[raw.outcome] : [outcomeId[raw.outcome] ?? slug(raw.outcome)])
      .map((outcome) => asDecayRow(raw, outcome, false)))
  const missing = ['S004', 'S002'].flatMap((source) => {
    const copd = decays.filter((raw) => raw.source_id === source && outcomeId[raw.outcome] === 'copd')
    const curve = source === 'S004' ? 'kontis_2014' : 'gbd_2019'
    return decayOutcomes.filter((outcome) => !direct.some((row) => row.curve === curve && row.outcome === outcome))
      .flatMap((outcome) => copd.map((raw) => asDecayRow(raw, outcome, true)))
  })
  writeTable('quit_decay', ['curve', 'outcome', 'years_since_quitting', 'excess_risk_left', 'low', 'high',
    'published_outcome', 'source', 'status', 'note'], [...direct, ...missing])
}

// ---------------------------------------------------------------- the relative risks the model uses, one set per exposure

/** Years before a change in risk shows, by outcome: those of the IMPACT NCD model. */
const lagOf = { chd: 4, stroke: 4, type_2_diabetes: 5, copd: 5, other_causes: 5, dementia: 9, lung_cancer: 9,
  colorectal_cancer: 9, breast_cancer: 9 }


function smokingRisks(raws) {
  const outcomes = ['Ischaemic heart disease (I20-I25)', 'Ischaemic stroke (I63-I67)',
    'Chronic obstructive pulmonary disease (J40-J44,J47)', 'Lung (C33, C34)', 'Colorectal (C18-C20)',
    'Diabetes (type 2) (E11)', 'All cause dementia (F02,F03)', 'Depression (F32,F33)']
  const used = raws.filter((raw) => raw.exposure === 'smoking' && raw.source_id === 'S004' && outcomes.includes(raw.outcome))
  const other = raws.filter((raw) => raw.exposure === 'smoking' && outcomeId[raw.outcome] === 'other_causes')
  return [...used, ...other].map((raw) => ({ ...asRiskRow(raw), exposure: 'smoking' }))
}

/** Published as the risk of the active against the inactive: turned round. */
function inactivityRisks(raws) {
  const active = raws.filter((raw) => raw.source_id === 'S007' && raw.level.startsWith('8.75')).map((raw) => ({
    ...asRiskRow(raw), exposure: 'inactivity', level: 'inactive', reference_level: 'active (8.75 mMET-h a week)',
    rr: rounded(1 / raw.rr), low: rounded(1 / raw.ci_high), high: rounded(1 / raw.ci_low), status: 'derived',
    note: 'One over the published ratio for 150 minutes of moderate activity a week against none',
  }))
  const other = raws.filter((raw) => raw.exposure === 'physical inactivity' && outcomeId[raw.outcome] === 'other_causes'
    && raw.level.startsWith('0')).map((raw) => ({ ...asRiskRow(raw), exposure: 'inactivity' }))
  return [...active, ...other]
}

/** Published per 5 (or 4.56) kg/m2: raised to the assumed gap between people with and without obesity. */
const obesityGap = 9

function obesityRisks(raws) {
  return raws.filter((raw) => raw.exposure === 'BMI').map((raw) => {
    const power = obesityGap / (raw.level.includes('4.56') ? 4.56 : 5)
    const scaled = (text) => rounded(Number(text) ** power)
    return {
      ...asRiskRow(raw), exposure: 'obesity', level: 'obese', reference_level: 'not obese', rr: scaled(raw.rr),
      low: scaled(raw.ci_low), high: scaled(raw.ci_high), status: 'assumed',
      note: `Published ${raw.level} as ${raw.rr}; raised to an assumed gap of ${obesityGap} kg/m2 (exposure.obesity_bmi_gap)`,
    }
  })
}

export function exposureRelativeRisks(raws) {
  const rows = [...smokingRisks(raws), ...inactivityRisks(raws), ...obesityRisks(raws)]
    .filter((row) => row.outcome_id !== '')
    .map((row) => ({ ...row, lag_years: row.lag_years || (lagOf[row.outcome_id] ?? '') }))
  writeTable('exposure_relative_risks', riskColumns, rows)
}
