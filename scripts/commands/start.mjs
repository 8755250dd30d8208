// `npm start`: sets up what is missing, then shows Oldham's next thirty years if nothing changes.
//
// There is no page yet. When there is one, this command will serve it; its form stays the same.

import { run } from '../lib/process.mjs';
import { buildNative, typed } from '../lib/native.mjs';
import { forNative } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';

const OLDHAM = 'E08000004';

export async function main() {
  let program;
  const build = async () => {
    program = await buildNative();
    return typed(program);
  };
  await inSteps([...forNative, { name: 'the program (the first build takes a minute or two)', run: build }]);
  console.log();
  const said = await run(program, ['baseline', '--place', OLDHAM, '--years', '30'], { show: true });
  if (said.code !== 0) process.exit(said.code);
  console.log(further(typed(program)));
}

const further = (program) => `
Ask where a figure comes from:
  ${program} source emergency_admissions          what stands behind a line above
  ${program} source base.mortality_trend_share    one assumption: value, range, why, sources
Look at another place, or join several:
  ${program} places york
  ${program} baseline --place E06000014 --years 30
  ${program} baseline --place E08000004+E08000005 --years 30
Everything else: ${program} --help`;
