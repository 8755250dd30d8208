// Where it all comes from: licences, first-hand addresses, and how each source was read.

import { baseline, data, nonCommercial, quoted, slug, writeToml } from './words.mjs'

// ---------------------------------------------------------------- sources

const dataSourceRows = data('sources')
const dataSources = new Set(dataSourceRows.map((raw) => raw.source_id))
const baselineSourceRows = baseline('sources')
/** How the page behind a source was read; every other source was read itself. */
const readAs = {
  model_output: 's001 s002 s002_gbd',
  copy: `s004 s006 s026 s038 s039 s043 s061 s066 s068 s075 s086 s098 s103 s111 s112 s200 s203 s204 s205 s206 s207 s209 s230
    s239 s256 s259 s262`,
  secondary: `s040 s041 s045 s046 s047 s049 s056 s057 s060 s070 s071 s072 s074 s077 s082 s085 s087 s088 s089 s091 s097 s113
    s114 s115 s116 s118 s211 s212 s213 s214 s221 s222 s225 s226 s227 s233 s242 s243 s244 s249 s252 s253 s254 s257
    s258 s261 s264 s265 s266 s267 hfma_reference_costs_2016_17 hfma_ncc_2020_21 health_foundation_emergency_2018
    nuffield_2022_23`,
}

export function seenVia(sources, status) {
  if (status === 'assumed' || status === 'recalled') return 'none'
  const found = Object.entries(readAs).find(([, ids]) => ids.split(/\s+/).includes(sources[0]))
  return found ? found[0] : dataSources.has(sources[0]) ? 'copy' : 'primary'
}

/** What was read, without the names of files in repositories. */
const partOf = (raw) => (/\.(csv|csvy|rda|xlsx|R)\b|extdata|data-raw/.test(raw.part_used) ? 'tables stored with the model' : raw.part_used)
export const locators = new Map(baselineSourceRows.map((raw) => [slug(raw.source_id), partOf(raw)]))

/** First-hand addresses only: copies, mirrors and commits stay out. */
function addressOf(text) {
  const addresses = text.split(/[;,] /).map((part) => part.trim().split(' ')[0])
  const first = addresses.find((part) => ownAddress.test(part) && part.includes('/'))
  return first ? `https://${first.replace(/\/$/, '')}` : ''
}

const ownAddress = new RegExp(`^(www\\.)?(${['gov\\.uk', 'ons\\.gov\\.uk', 'digital\\.nhs\\.uk', 'england\\.nhs\\.uk', 'nice\\.org\\.uk',
  'nao\\.org\\.uk', 'kingsfund\\.org\\.uk', 'nuffieldtrust\\.org\\.uk', 'health\\.org\\.uk', 'reader\\.health\\.org\\.uk',
  'natcen\\.ac\\.uk', 'mortality\\.org', 'commonslibrary\\.parliament\\.uk', 'data\\.parliament\\.uk', 'hsj\\.co\\.uk',
  'hfma\\.org\\.uk', 'homecareassociation\\.org\\.uk', 'careengland\\.org\\.uk', 'edgehealth\\.co\\.uk', 'nhsconfed\\.org',
  'alzheimers\\.org\\.uk', 'bmjopen\\.bmj\\.com', 'jech\\.bmj\\.com', 'pmc\\.ncbi\\.nlm\\.nih\\.gov', 'sportengland\\.org',
  'communitycare\\.co\\.uk', 'healthsurvey\\.hscic\\.gov\\.uk', 'fingertips\\.phe\\.org\\.uk', 'kclpure\\.kcl\\.ac\\.uk',
  'pssru\\.ac\\.uk', 'endfuelpoverty\\.org\\.uk', 'obr\\.uk', 'centreformentalhealth\\.org\\.uk'].join('|')})(/|$)`)

/** Models and their data live in repositories of their own: named without commit. */
function repositoryOf(text) {
  const own = /github ((?:ChristK|STAPM|chjackson|meta-analyses|miqdadasaria|houseofcommonslibrary|The-Strategy-Unit)\/[\w.-]+)/.exec(text)
  return own ? `https://github.com/${own[1]}` : ''
}

/** A closing bracket belongs to the DOI only if one was opened inside it. */
function doiOf(text) {
  const found = /doi:(10\.[^\s;,]+)/.exec(text)?.[1] ?? ''
  return found.includes('(') ? found : found.replace(/\).*$/, '')
}

const yearOf = (text) => /\b(19|20)\d\d\b/.exec(text)?.[0] ?? ''

function commercialUse(raw) {
  if (nonCommercial.has(raw.source_id)) return 'no'
  if (/^not stated$|NO LICENCE/i.test(raw.licence) || raw.licence === '') return 'unknown'
  return 'yes'
}

function sourceText(source) {
  const keys = ['id', 'title', 'author', 'year', 'publisher', 'doi', 'url', 'licence', 'design', 'seen_via', 'note', 'commercial_use']
  return ['[[source]]', ...keys.map((key) => `${key} = ${quoted(source[key] ?? '')}`), ''].join('\n')
}

function baselineSource(raw) {
  const id = slug(raw.source_id)
  const address = raw.url_or_doi_or_repo
  const recalled = /recalled/.test(address) ? 'The DOI is recalled: check it.' : ''
  return {
    id, title: raw.title.replace(/ \(copies?\)|, via the shared data pack/g, ''), year: yearOf(raw.title), doi: doiOf(address),
    url: repositoryOf(address) || addressOf(address), licence: raw.licence || 'not recorded',
    seen_via: seenVia([id], 'sourced'), note: [`Read: ${partOf(raw) || 'see figures'}.`, recalled].filter(Boolean).join(' '),
    commercial_use: commercialUse(raw),
  }
}

/** S202 and su_sus_2023 are one publisher's table without a licence: checks only. */
const unlicensed = { s202: true, su_sus_2023: true }
const checkOnly = 'No licence stated: used for checking only, not shipped.'

function dataSource(raw) {
  const id = raw.source_id
  return {
    id, title: raw.title, year: raw.period, publisher: raw.publisher, licence: raw.licence,
    seen_via: seenVia([id], 'sourced'), note: unlicensed[id] ? checkOnly : '',
    commercial_use: unlicensed[id] || /not stated|no licence/i.test(raw.licence) ? 'unknown' : 'yes',
  }
}

export function sources() {
  const own = baselineSourceRows.map(baselineSource).map((source) =>
    (unlicensed[source.id] ? { ...source, note: checkOnly, commercial_use: 'unknown' } : source))
  writeToml('sources/baselines', own.map(sourceText))
  writeToml('sources/data', dataSourceRows.map(dataSource).map(sourceText))
}
