// The map's two files and the program that unfolds shapes: fetched when somebody opens the map, not before.
import { file } from '../engine/data.js';

const json = async (name) => JSON.parse(new TextDecoder().decode(await file(name)));

/** Hexagons: `{rows: [code, q, r, moved][]}`. */
export const hexes = () => json('map/hex.json');

/** True shapes: a feature for each place, and their box in degrees. */
export async function shapes() {
  const [topology, { feature }] = await Promise.all([json('map/shapes.topojson'), import('topojson-client')]);
  return { collection: feature(topology, topology.objects.places), box: topology.bbox };
}
