// Reads the raw baseline figures and writes their mechanical share of the evidence pack.
//
//   node tools/import-baselines.mjs PATH_TO_SHARED
//
// Reads   PATH_TO_SHARED/evidence/baselines/*.csv, a few England tables of PATH_TO_SHARED/data, and the list of
//         decisions tools/import-baselines.rows.csv: one line per raw row that becomes a figure.
// Writes  evidence/tables/*.csv          every shipped table, in the pack's own words for sexes, ages and outcomes
//         evidence/{acute,costs,england,hospital,money,social_care,utilities}.toml   one [[parameter]] per decision
//         evidence/sources/{baselines,data}.toml   where it all comes from, without third-party addresses
// Why     so that a reader can rebuild the pack from the raw figures and see what was done to each. Judgement (switches,
//         sliders, diseases, exposures, table provenance) is hand-written TOML beside these files and is not touched.
//
// It stops with a message if a raw row is neither shipped, decided, nor listed as left out with a reason.

import { exposureCells, exposureTables } from './import-baselines/exposures.mjs'
import { decidedFigures } from './import-baselines/figures.mjs'
import { exposureRelativeRisks, quitDecay, relativeRisks } from './import-baselines/risks.mjs'
import { sources } from './import-baselines/sources.mjs'
import {
  deathsByCause, diseaseRates, hospitalUse, hospitalUseByDisease, incidenceCalibration, literatureTables,
  mortalityEngland, mortalityQuintileRatio, nhsCostOlderSet, populationEngland, prices, registerPrevalence,
  socialCareCostByAge, utilityNorms, validationTargets,
} from './import-baselines/tables.mjs'
import { baseline, leftOut, leftOutRows } from './import-baselines/words.mjs'

/** Files of which no row is shipped. */
function wholeFilesLeftOut() {
  const reasons = {
    hospital_use_by_age: 'no licence is stated: a check, never an ingredient',
    mortality_single_age_england_wales: 'England and Wales to 2021: mortality_england is used instead',
    life_tables: 'read for all deaths by group (shares in deaths_by_cause); life expectancies are in validation_targets',
    base_rates: 'written by hand in evidence/base_rates.toml',
    gaps: 'rewritten by hand in evidence/gaps.toml; the gap on a price series is closed',
  }
  for (const [file, reason] of Object.entries(reasons)) leftOut(file, baseline(file), reason)
}

function main() {
  diseaseRates()
  incidenceCalibration()
  deathsByCause()
  mortalityEngland()
  mortalityQuintileRatio()
  populationEngland()
  hospitalUse()
  utilityNorms()
  socialCareCostByAge()
  nhsCostOlderSet()
  prices()
  registerPrevalence()
  literatureTables()
  const risks = baseline('relative_risks')
  relativeRisks(risks)
  quitDecay(risks)
  exposureRelativeRisks(risks)
  exposureTables()
  exposureCells()
  hospitalUseByDisease()
  validationTargets()
  decidedFigures()
  sources()
  wholeFilesLeftOut()
  console.table(leftOutRows)
}

main()
