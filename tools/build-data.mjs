#!/usr/bin/env node
// Turns the gathered tables into the data pack that Headwater ships.
//
//   node tools/build-data.mjs PATH_TO_SHARED_DATA [--out FOLDER]
//
// The same input gives the same bytes. docs/PLACE_FORMAT.md says what the files hold.

import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPack } from "./lib/checks.mjs";
import { buildContext } from "./lib/context.mjs";
import { buildEngland } from "./lib/england.mjs";
import { buildHexes, buildShapes } from "./lib/maps.mjs";
import { buildLicences, buildManifest } from "./lib/manifest.mjs";
import { buildPlace } from "./lib/place.mjs";
import { readAll } from "./lib/read.mjs";
import { buildDefinitions, buildIndex, buildSpend } from "./lib/tables.mjs";
import { Output } from "./lib/write.mjs";

function parseArguments(argv) {
  const here = dirname(fileURLToPath(import.meta.url));
  const at = argv.indexOf("--out");
  const out = at >= 0 ? argv.splice(at, 2)[1] : join(here, "..", "data");
  if (argv.length !== 1 || !out) {
    throw new Error("usage: node tools/build-data.mjs PATH_TO_SHARED_DATA [--out FOLDER]");
  }
  return { from: resolve(argv[0]), out: resolve(out) };
}

function gather(ctx) {
  const councils = [...ctx.tables.places].sort((a, b) => (a.place_code < b.place_code ? -1 : 1));
  const places = [...councils.map((row) => buildPlace(ctx, row)), buildEngland(ctx)];
  const definitions = buildDefinitions(ctx, places);
  const spend = buildSpend(ctx);
  const output = new Output();
  output.add("index.json", buildIndex(ctx, places));
  output.add("definitions.json", definitions);
  for (const place of places) output.add(`places/${place.code}.json`, place);
  output.add("spend/lines.json", spend.head);
  for (const [code, council] of spend.councils) output.add(`spend/${code}.json`, council);
  output.add("map/hex.json", buildHexes(ctx));
  output.add("map/shapes.topojson", buildShapes(ctx));
  output.add("LICENCES.md", buildLicences(definitions));
  return { places, definitions, output };
}

function printReport(places, output, report) {
  for (const line of report) console.log(line);
  const kinds = {};
  for (const place of places) for (const f of place.flags) kinds[f.kind] = (kinds[f.kind] ?? 0) + 1;
  console.log(`flags by kind: ${Object.entries(kinds).sort().map(([k, n]) => `${k} ${n}`).join(", ")}`);
  console.log("file, bytes, brotli:");
  for (const f of output.listing()) {
    if (!/^(places|spend)\/E/.test(f.path)) console.log(`  ${f.path} ${f.bytes} ${f.brotli}`);
  }
  for (const folder of ["places", "spend"]) {
    const files = output.sizes(`${folder}/E`);
    const total = files.reduce((sum, f) => sum + f.bytes, 0);
    const small = files.map((f) => f.brotli);
    console.log(`  ${folder}/CODE.json: ${files.length} files, ${total} bytes; brotli max ${Math.max(...small)}, mean ${Math.round(small.reduce((a, b) => a + b, 0) / small.length)}`);
  }
}

function main() {
  const { from, out } = parseArguments(process.argv.slice(2));
  const ctx = buildContext(readAll(from));
  const { places, definitions, output } = gather(ctx);
  const report = checkPack(ctx, places, definitions, output);
  output.add("manifest.json", buildManifest(ctx, places, definitions, output));
  output.write(out);
  printReport(places, output, report);
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
