// The data of the page: what lies where in data/ below the page, served from the project while somebody works on it and
// copied to dist/ by the build. The evidence comes in two parts, made by `headwater pack page`.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { at } from '../lib/project.mjs';

/** Folder of the two parts of the evidence, made by the build. */
export const EVIDENCE = at('pkg', 'data');

/** Every data file of the page: its name below data/, and where it lies in the project. */
export function dataFiles() {
  const inFolder = (name) => readdirSync(at('data', name)).map((file) => [`${name}/${file}`, at('data', name, file)]);
  return new Map([
    ['evidence.json', join(EVIDENCE, 'evidence.json')],
    ['provenance.json', join(EVIDENCE, 'provenance.json')],
    ['definitions.json', at('data', 'definitions.json')],
    ['index.json', at('data', 'index.json')],
    ...inFolder('places'),
    ...inFolder('map'),
  ]);
}

/** Vite's part: serves the files in development, copies them in a build. */
export function pageData() {
  let out = '';
  return {
    name: 'headwater-data',
    configResolved(config) {
      out = config.build.outDir;
    },
    configureServer(server) {
      const files = dataFiles();
      server.middlewares.use('/data', (request, response, next) => {
        const file = files.get(decodeURIComponent(request.url.split('?')[0].slice(1)));
        if (!file || !existsSync(file)) return next();
        response.setHeader('Content-Type', 'application/json');
        response.end(readFileSync(file));
      });
      // The finished pages of places lie in dist/ only.
      server.middlewares.use('/places', (request, response, next) => {
        const inside = normalize(decodeURIComponent(request.url.split('?')[0]));
        const file = join(at('dist', 'places'), inside.endsWith('/') ? `${inside}index.html` : inside);
        if (inside.includes('..') || !existsSync(file) || !statSync(file).isFile()) return next();
        response.setHeader('Content-Type', file.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
        response.end(readFileSync(file));
      });
    },
    writeBundle(options) {
      const folder = join(options.dir ?? out, 'data');
      for (const [name, file] of dataFiles()) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        copyFileSync(file, join(folder, name));
      }
    },
  };
}
