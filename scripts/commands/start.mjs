// `npm start`: sets up what is missing, builds everything, and serves the page with live reload until Ctrl+C.
//
// `npm start -- --port 8000` for another port.

import { parseArgs } from 'node:util';
import { at } from '../lib/project.mjs';
import { forEverything } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';
import { moduleSteps, nativeStep, pageSteps } from './build.mjs';

const PORT = 5173;

function options(args) {
  const { values } = parseArgs({ args, options: { port: { type: 'string', default: String(PORT) } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new TypeError(`--port ${values.port}: must be a number from 1 to 65535`);
  return port;
}

/** Serves www/ as it is edited; the finished pages of places come from dist/. */
async function serve(port) {
  const { createServer } = await import('vite');
  const server = await createServer({ configFile: at('vite.config.js'), server: { port, strictPort: false } });
  await server.listen();
  return server.resolvedUrls.local[0];
}

export async function main(args) {
  let port;
  try {
    port = options(args);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
  const { step, program } = nativeStep();
  await inSteps([...forEverything, step, ...moduleSteps(program), ...pageSteps]);
  const address = await serve(port);
  console.log(`\nThe page is at ${address}   (Ctrl+C ends it; a change in www/ shows at once)`);
  console.log(`A finished page for each place, without script: ${new URL('places/', address)}`);
  console.log('The same model in a terminal: target/release/headwater --help');
}
