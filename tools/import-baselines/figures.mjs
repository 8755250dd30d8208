// One [[parameter]] for each raw row that tools/import-baselines.rows.csv decides on.

import { locators, seenVia } from './sources.mjs'
import { wholeGroup } from './tables.mjs'
import { baseline, data, decisionsFile, leftOut, quoted, readRows, sourceIds, statusOf, writeToml } from './words.mjs'

// ---------------------------------------------------------------- figures: one [[parameter]] per decided row

/** Where a figure is written, by the first part of its id. */
const fileOf = {
  utility: 'utilities', quality: 'utilities', nhs_cost: 'costs', social_care_cost: 'costs', cost_all_payers: 'costs',
  cost_unpaid_care: 'costs', cost_total: 'costs', unit_cost: 'costs', other_cost: 'costs', acute: 'acute',
  prevention: 'acute', transition: 'acute', hospital: 'hospital', deprivation: 'hospital', england: 'england',
  social_care: 'social_care', value: 'money', fiscal: 'money',
}

/** Two growth rates are quoted as facts from non-commercial pages, under a source record of their own. */
const quotedFacts = new Map(['acute.growth_non_demographic', 'acute.growth_elicited'].map((id) => [id, 'nhp_growth_facts']))

/** Losses of quality of life for which an older set of the same catalogue gives the other end of the range. */
const olderSetIsRange = new Set(['utility.chd', 'utility.stroke', 'utility.copd'])

const familyOf = { share: 'beta', growth: 'normal', change: 'normal', elasticity: 'normal', utility: 'normal' }
const number = (text) => (text === '' || text === undefined ? undefined : Number(text))

function rangeText(family, low, high, level, status) {
  return `{ family = "${family}", low = ${low}, high = ${high}, level = ${level}, status = "${status}" }`
}

const fixedText = (why) => `{ fixed = ${quoted(why)} }`

/** Bounds of what is possible are spread as a triangle; published intervals by the family of their kind. */
function uncertaintyText(figure, raw) {
  const { value, low, high, kind } = figure
  if (low === undefined && high === undefined) return fixedText('no range is published')
  if (low === undefined || high === undefined) return fixedText(`only one end is published: ${low ?? high}`)
  if (low === high || !(low <= value && value <= high)) return fixedText('the published range does not hold the value')
  if (figure.midpoint) return rangeText('uniform', low, high, 1, 'sourced')
  if (figure.id.startsWith('hospital.')) return rangeText('triangular', low, high, 1, figure.status === 'assumed' ? 'assumed' : 'derived')
  if (/range recalled/.test(raw.verification)) return rangeText('triangular', low, high, 1, 'recalled')
  if (/P10-P90/.test(raw.unit)) return rangeText('normal', low, high, 0.8, 'sourced')
  const status = /CI derived/.test(raw.verification) ? 'derived' : 'sourced'
  return rangeText(familyOf[kind] ?? 'lognormal', low, high, 0.95, status)
}

function rationaleOf(status, note) {
  if (status === 'recalled') return 'figure recalled, not re-read; check before publishing'
  return note || 'our reading of the sources named in the note'
}

/** The figure of one decided row: numbers from the raw file, words from the decision. */
function figureOf(decision, raw, olderSet) {
  const [low, high, given] = [number(raw.low), number(raw.high), number(raw.value)]
  const midpoint = given === undefined
  const sources = quotedFacts.has(decision.id) ? [quotedFacts.get(decision.id)] : sourceIds(raw.source_id).split('; ')
  const status = midpoint ? 'derived' : statusOf(raw.verification ?? 'seen')
  const figure = { ...decision, value: midpoint ? (low + high) / 2 : given, low, high, midpoint, sources, status }
  if (olderSetIsRange.has(decision.id)) spanBothSets(figure, olderSet)
  return figure
}

function spanBothSets(figure, olderSet) {
  const other = olderSet.get(`${figure.id}_older`)
  figure.low = Math.min(figure.value, other)
  figure.high = Math.max(figure.value, other)
  figure.uncertainty = rangeText('uniform', figure.low, figure.high, 1, 'sourced')
}

function figureText(figure, raw) {
  const rationale = figure.status === 'assumed' || figure.status === 'recalled'
  return [
    '[[parameter]]',
    `id = ${quoted(figure.id)}`,
    `label = ${quoted(figure.label)}`,
    `kind = "${figure.kind}"`,
    `unit = "${figure.unit}"`,
    `value = ${figure.value}`,
    `uncertainty = ${figure.uncertainty ?? uncertaintyText(figure, raw)}`,
    `applies_to = ${quoted(figure.applies_to)}`,
    `source = [${figure.sources.map(quoted).join(', ')}]`,
    `locator = ${quoted(locators.get(figure.sources[0]) ?? '')}`,
    `status = "${figure.status}"`,
    ...(rationale ? [`rationale = ${quoted(rationaleOf(figure.status, figure.note))}`] : []),
    `seen_via = "${seenVia(figure.sources, figure.status)}"`,
    `quality = "${figure.quality}"`,
    'checked = "2026-11"',
    ...(figure.price_year ? [`price_year = "${figure.price_year}"`] : []),
    `good_direction = "${figure.good_direction}"`,
    ...(figure.input === 'n' ? ['input = false'] : []),
    ...(figure.note ? [`note = ${quoted(figure.note)}`] : []),
    `group = "${figure.id.split('.')[0]}"`,
    '',
  ].join('\n')
}

/** Some files give the amount in 2024-25 prices too: shown beside the original, never used. */
function upratedText(figure, raw) {
  const value = number(raw.value_2024_25_prices)
  if (value === undefined || figure.price_year === '2024-25') return ''
  return figureText({
    ...figure, id: `${figure.id}_2024_25`, label: `${figure.label}, in 2024-25 prices`, value, price_year: '2024-25',
    status: 'derived', input: 'n', uncertainty: fixedText('brought up to date by the price table'),
    note: `${figure.price_year} amount times the GDP deflator, as rounded in the raw file.`,
  }, raw)
}

const rawOf = (file) => (file === 'national' ? data(file) : baseline(file))

/** "80-104" stands for each line between. */
function linesOf(text) {
  const [first, last = first] = text.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

export function decidedFigures() {
  const decisions = readRows(decisionsFile)
  const texts = new Map()
  for (const file of new Set(decisions.map((decision) => decision.file))) {
    const raws = new Map(rawOf(file).map((raw) => [raw.at, raw]))
    const here = decisions.filter((decision) => decision.file === file)
    checkAllDecided(file, raws, here)
    const olderSet = new Map(here.filter((decision) => decision.id.endsWith('_older'))
      .map((decision) => [decision.id, Number(raws.get(Number(decision.line)).value)]))
    for (const decision of here) addFigure(texts, decision, raws, olderSet)
  }
  for (const [name, parts] of texts) writeToml(name, parts)
}

function addFigure(texts, decision, raws, olderSet) {
  if (decision.id === '-') return leftOut(decision.file, linesOf(decision.line), decision.label)
  if (decision.id.startsWith('=')) return
  const raw = raws.get(Number(decision.line))
  const figure = figureOf(decision, raw, olderSet)
  const name = fileOf[figure.id.split('.')[0]]
  texts.set(name, [...(texts.get(name) ?? []), figureText(figure, raw), upratedText(figure, raw)])
}

/** Rows of these files that the tables above carry. */
const inTables = {
  hospital_use_by_disease: (raw) => wholeGroup.has(raw.measure),
  utilities_costs: (raw) => /^EQ-5D|older set$|exact age/.test(raw.parameter),
}

function checkAllDecided(file, raws, decisions) {
  const decided = new Set(decisions.flatMap((decision) => linesOf(decision.line)))
  const missing = [...raws.values()].filter((raw) => !decided.has(raw.at) && !inTables[file]?.(raw))
  if (missing.length > 0) throw new Error(`${file}: nothing decided for lines ${missing.map((raw) => raw.at)}`)
}
