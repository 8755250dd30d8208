// A plain file server for dist/ that sends the strict policies the page promises to obey. For tests, benchmarks and a
// look at the built page; any static host will do in its place.

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.topojson': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/** The policy of the page: nothing from elsewhere, nothing inline, no text that becomes script. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types headwater lit-html',
].join('; ');

/** The worker alone may compile WebAssembly. */
export const WORKER_POLICY = PAGE_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

const isWorker = (path) => /\/worker-[\w-]+\.js$/.test(path);
const compressed = new Map();

function body(file, asked) {
  if (
    !/\bbr\b/.test(asked ?? '') ||
    !['.html', '.js', '.css', '.json', '.topojson', '.wasm', '.svg'].includes(extname(file))
  )
    return null;
  const key = `${file} ${statSync(file).mtimeMs}`;
  if (!compressed.has(key)) {
    compressed.set(key, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
  return compressed.get(key);
}

/**
 * Serves a folder. `under`: path below which it appears, as on a site of somebody else's. `beforeWorker`: script put before
 * the worker's own, for tests of a model that fails.
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export function serve(folder, { port = 0, under = '/', workerPolicy = WORKER_POLICY, beforeWorker = '' } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const inside = path.startsWith(under) ? normalize(path.slice(under.length)) : '..';
    let file = join(folder, inside);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    response.setHeader('Content-Security-Policy', isWorker(path) ? workerPolicy : PAGE_POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (inside.split(sep).includes('..') || !existsSync(file)) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', path.includes('/assets/') ? 'max-age=31536000, immutable' : 'no-cache');
    if (beforeWorker && isWorker(path)) {
      response.end(`${beforeWorker}\n${readFileSync(file, 'utf8')}`);
      return;
    }
    const small = body(file, request.headers['accept-encoding']);
    if (small) response.setHeader('Content-Encoding', 'br').end(small);
    else createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const close = () => new Promise((done) => server.close(done) && server.closeAllConnections());
      resolve({ url: `http://127.0.0.1:${server.address().port}${under}`, close });
    });
  });
}
