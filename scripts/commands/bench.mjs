// `npm run bench`: how long the parts of a run take, as distributions. Close other programs first.

import { must } from '../lib/process.mjs';
import { forNative } from '../lib/setup.mjs';
import { inSteps } from '../lib/steps.mjs';

export async function main(args) {
  const more = args.length > 0 ? ['--', ...args] : [];
  const bench = () => must('cargo', ['bench', '--locked', '--features', 'cli', ...more], { minutes: 60, show: true });
  await inSteps([...forNative, { name: 'benchmarks', run: bench }]);
}
