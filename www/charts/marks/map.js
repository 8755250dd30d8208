// Two drawings of all places: hexagons of one size, so that a small place is as easy to hit as a large one, and true
// shapes.

const ROOT3 = Math.sqrt(3);

/** @typedef {{code: string, path: string, x: number, y: number}} Tile */

/**
 * @param {{rows: [string, number, number, number][]}} hexes columns `code, q, r`; odd rows are
 *   pushed right, r counts upwards
 * @param {number} width px
 * @returns {{width: number, height: number, tiles: Tile[]}}
 */
export function hexMarks({ rows }, width) {
  const [qs, rs] = [rows.map((row) => row[1]), rows.map((row) => row[2])];
  const [left, top] = [Math.min(...qs), Math.max(...rs)];
  const across = Math.max(...qs) - left + 1.5;
  const size = (width - 4) / (ROOT3 * across);
  const tiles = rows.map(([code, q, r]) => {
    const x = 2 + ROOT3 * size * (q - left + 0.5 + 0.5 * (r & 1));
    const y = 2 + size * (1 + 1.5 * (top - r));
    return { code, x, y, path: hexagon(x, y, size * 0.95) };
  });
  return { width, height: Math.ceil(4 + size * (2 + 1.5 * (top - Math.min(...rs)))), tiles };
}

function hexagon(x, y, size) {
  const corner = (i) => {
    const turn = (Math.PI / 3) * i + Math.PI / 6;
    return `${(x + size * Math.cos(turn)).toFixed(1)} ${(y + size * Math.sin(turn)).toFixed(1)}`;
  };
  return `M${[0, 1, 2, 3, 4, 5].map(corner).join('L')}Z`;
}

/**
 * @param {{features: {id: string, geometry: {type: string, coordinates: any}}[]}} collection in degrees
 * @param {[number, number, number, number]} box west, south, east, north
 * @param {number} width px
 */
export function shapeMarks({ features }, [west, south, east, north], width) {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 4) / ((east - west) * squeeze);
  const project = ([lon, lat]) => [2 + (lon - west) * squeeze * scale, 2 + (north - lat) * scale];
  const tiles = features.map(({ id, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat().map((ring) => ring.map(project));
    return { code: id, path: rings.map(ringPath).join(''), ...middle(rings) };
  });
  return { width, height: Math.ceil(4 + (north - south) * scale), tiles };
}

const ringPath = (ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

/** The middle of the largest ring's box. */
function middle(rings) {
  const largest = rings.reduce((a, b) => (b.length > a.length ? b : a));
  const [xs, ys] = [largest.map((point) => point[0]), largest.map((point) => point[1])];
  const half = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  return { x: half(xs), y: half(ys) };
}

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * The tile an arrow key leads to: the nearest one that lies more along the arrow than across it.
 * @param {Tile[]} tiles
 * @param {string} from code
 * @param {string} key
 * @returns {string|undefined} code; undefined if the key is no arrow
 */
export function neighbour(tiles, from, key) {
  const arrow = ARROWS[key];
  if (!arrow) return undefined;
  const here = tiles.find((tile) => tile.code === from);
  if (!here) return tiles[0]?.code;
  let best = { code: from, far: Number.POSITIVE_INFINITY };
  for (const tile of tiles) {
    const [dx, dy] = [tile.x - here.x, tile.y - here.y];
    const along = dx * arrow[0] + dy * arrow[1];
    const across = Math.abs(dx * arrow[1]) + Math.abs(dy * arrow[0]);
    if (along <= 0.5 || across > along * 1.2) continue;
    const far = along + 2 * across;
    if (far < best.far) best = { code: tile.code, far };
  }
  return best.code;
}
