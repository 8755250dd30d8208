// Reading raw files, writing tables and records, and the pack's own words.

import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { csvParse, csvFormatRows } from 'd3-dsv'

const shared = process.argv[2]
if (!shared) throw new Error('usage: node tools/import-baselines.mjs PATH_TO_SHARED')

const evidence = fileURLToPath(new URL('../../evidence/', import.meta.url))
export const decisionsFile = fileURLToPath(new URL('../import-baselines.rows.csv', import.meta.url))

// ---------------------------------------------------------------- reading and writing

/** Rows of a CSV file; each row knows its line number in the file. */
export function readRows(path) {
  const rows = csvParse(readFileSync(path, 'utf8'))
  rows.forEach((row, index) => { row.at = index + 2 })
  return rows
}

export const baseline = (name) => readRows(join(shared, 'evidence', 'baselines', `${name}.csv`))
export const data = (name) => readRows(join(shared, 'data', `${name}.csv`))

export function writeTable(name, columns, rows) {
  const text = csvFormatRows([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))])
  mkdirSync(join(evidence, 'tables'), { recursive: true })
  writeFileSync(join(evidence, 'tables', `${name}.csv`), `${text}\n`)
  console.log(`${name}: ${rows.length} rows`)
}

// ---------------------------------------------------------------- the pack's own words

export const OLDEST = '110'
export const sexOf = { men: 'male', women: 'female', both: 'both', M: 'male', F: 'female', '': 'both' }

/** Lower-case words joined by underscores. */
export const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '')

/** Open bands end at the model's last age; 99, 100 and 120 in the raw files also mean "and over". */
export const lastAge = (text) => (text === '' || Number(text) >= 99 ? OLDEST : text)

export const sourceIds = (text) => text.split(';').map((id) => slug(id)).filter(Boolean).join('; ')

/** The four honest words, from the raw file's longer ones. A mixed label takes its weaker half. */
export function statusOf(verification) {
  if (/assum/.test(verification)) return 'assumed'
  if (/recalled/.test(verification) && !/^central value seen/.test(verification)) return 'recalled'
  if (/derived/.test(verification) && !/^seen/.test(verification)) return 'derived'
  if (/^seen .*derived/.test(verification) && !/(bound|high|CI) derived/.test(verification)) return 'derived'
  if (/^(central value )?seen/.test(verification)) return 'sourced'
  if (/^gap/.test(verification)) return 'gap'
  throw new Error(`unknown verification: ${verification}`)
}

// ---------------------------------------------------------------- what is not shipped, and generated records

export const nonCommercial = new Set(['S003', 'S008', 'S029', 'S031', 'S033', 'S042', 'S105', 'S106', 'S110', 'S206', 'S237'])
export const leftOutRows = []

export function leftOut(file, raws, reason) {
  if (raws.length > 0) leftOutRows.push({ file, lines: raws.length, reason })
}

export const quoted = (text) => JSON.stringify(text)
const generated = '# written by tools/import-baselines.mjs, do not edit\n'

export function writeToml(name, parts) {
  writeFileSync(join(evidence, `${name}.toml`), `${generated}\n${parts.filter(Boolean).join('\n')}`)
  console.log(`${name}.toml: ${parts.filter(Boolean).length} records`)
}

export const rounded = (number) => Number(number.toPrecision(6))
