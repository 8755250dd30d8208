// The command line program.

import { join, relative } from 'node:path';
import { must } from './process.mjs';
import { root } from './project.mjs';

/** Builds the program with all optimisations; gives its path. */
export async function buildNative() {
  await must('cargo', ['build', '--release', '--locked', '--features', 'cli'], { minutes: 30 });
  const described = JSON.parse(
    await must('cargo', ['metadata', '--format-version', '1', '--no-deps', '--offline', '--quiet']),
  );
  return join(described.target_directory, 'release', 'headwater');
}

/** The path as a person would type it in the project's folder. */
export const typed = (program) => {
  const short = relative(root, program);
  return short.startsWith('..') ? program : short;
};
