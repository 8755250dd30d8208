// What is in the pack, where it came from, what is not in it and why.

import { ATTRIBUTION, ENGLAND, LEFT_OUT_TABLES, VERSION } from "./rules.mjs";

/** Count flags by kind for one path over the places (England not counted). */
function countKinds(places, path) {
  const kinds = {};
  for (const place of places) {
    for (const f of place.flags) {
      if (f.path === path && f.kind !== "missing") kinds[f.kind] = (kinds[f.kind] ?? 0) + 1;
    }
  }
  return Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function coverageOf(places, section, definitions) {
  const coverage = {};
  const councils = places.filter((p) => p.code !== ENGLAND);
  const england = places.find((p) => p.code === ENGLAND);
  for (const id of Object.keys(definitions)) {
    coverage[id] = {
      places: councils.filter((p) => p[section][id]).length,
      england: Boolean(england[section][id]),
      flagged: countKinds(councils, `${section}.${id}`),
      missing: councils.filter((p) => !p[section][id]).map((p) => p.code),
    };
  }
  return coverage;
}

export function buildManifest(ctx, places, definitions, output) {
  return { format: "headwater-data/1", version: VERSION,
    places: places.length - 1, england: ENGLAND,
    attribution: ATTRIBUTION, sources: definitions.sources,
    coverage: { indicators: coverageOf(places, "indicators", definitions.indicators),
      money: coverageOf(places, "money", definitions.money) },
    left_out: [...ctx.leftOut, ...LEFT_OUT_TABLES],
    files: output.listing() };
}

/** Attribution lines and, per source, publisher, title, period and licence. */
export function buildLicences(definitions) {
  const cell = (text) => text.replace(/\|/g, "\\|");
  const rows = Object.entries(definitions.sources).map(([id, s]) =>
    `| \`${id}\` | ${cell(s.publisher)} | ${cell(s.title)} | ${cell(s.period)} | ${cell(s.licence)} |`);
  return ["# Licences of the data", "",
    "Made by `tools/build-data.mjs`; do not edit by hand.", "",
    "Whoever shows or passes on these data must keep the following lines.", "",
    ...ATTRIBUTION.map((line) => `* ${line}`), "",
    "Nothing without an open licence is in the pack; what was left out, and why, stands in `manifest.json` under `left_out`.", "",
    "| source | publisher | title | period | licence |", "| --- | --- | --- | --- | --- |", ...rows, "",
    "The adult social care measures of the Office for Local Government (`oflog_asc`) carry no licence file; as official statistics published by government they are taken to be under the Open Government Licence v3.0.", "",
  ].join("\n");
}
