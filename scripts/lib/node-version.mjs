// Stops with a clear message where Node is older than package.json asks for. Old syntax on purpose: see run.mjs.

import fs from 'fs';
import url from 'url';

/** The oldest version that will do, from `engines` in package.json. */
function oldest() {
  const file = url.fileURLToPath(new URL('../../package.json', import.meta.url));
  const range = JSON.parse(fs.readFileSync(file, 'utf8')).engines.node;
  return range.replace('>=', '').split('.').map(Number);
}

export function checkNodeVersion() {
  const need = oldest();
  const have = process.versions.node.split('.').map(Number);
  if (have[0] > need[0] || (have[0] === need[0] && have[1] >= need[1])) return;
  console.error('This is Node ' + process.versions.node + '; Headwater needs ' + need.join('.') + ' or later.');
  console.error('Install it from https://nodejs.org (the "LTS" version) or with your version manager,');
  console.error('open a new terminal, and run the same command again.');
  process.exit(1);
}
