// Two maps, kept apart from the places so that only a map loads them.

import * as topojsonClient from "topojson-client";
import * as topojsonSimplify from "topojson-simplify";
import { fail, number } from "./read.mjs";
import { VERSION } from "./rules.mjs";

/** Share of the points kept, most visible first, and the grid they are put on. */
const KEPT = 0.65;
const GRID = 10000;

export function buildHexes(ctx) {
  const { layout, source_id: source } = ctx.tables.hexes[0];
  const rows = ctx.tables.hexes.map((h) => [h.place_code, number(h.q, "q"), number(h.r, "r"), Number(h.moved_or_added)]);
  const cells = new Set(rows.map(([, q, r]) => `${q},${r}`));
  if (cells.size !== rows.length) fail("hex_layout.csv: two places share a cell");
  return { format: "headwater-hexes/1", version: VERSION, layout, source,
    columns: ["code", "q", "r", "moved_or_added"], rows };
}

/** Simplified and quantised boundaries; the code is the id, names are left to the index. */
export function buildShapes(ctx) {
  const topology = structuredClone(ctx.tables.boundaries);
  if (!topology.objects?.places) fail("boundaries.topojson: object 'places' missing");
  for (const geometry of topology.objects.places.geometries) {
    geometry.id = geometry.properties.place_code;
    delete geometry.properties;
  }
  const weighted = topojsonSimplify.presimplify(topology);
  const simple = topojsonSimplify.simplify(weighted, topojsonSimplify.quantile(weighted, KEPT));
  const shapes = topojsonClient.quantize(simple, GRID);
  checkShapes(ctx, shapes);
  return shapes;
}

/** Every place must still have an area to draw. */
function checkShapes(ctx, shapes) {
  const drawn = new Map(topojsonClient.feature(shapes, shapes.objects.places).features
    .map((f) => [f.id, Math.abs(topojsonSimplify.planarRingArea(largestRing(f.geometry)))]));
  for (const { place_code: code } of ctx.tables.places) {
    if (!(drawn.get(code) > 0)) fail(`boundaries: ${code} has no area after simplifying`);
  }
}

function largestRing(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const area = (ring) => Math.abs(topojsonSimplify.planarRingArea(ring));
  return polygons.map((p) => p[0]).reduce((a, b) => (area(b) > area(a) ? b : a));
}
