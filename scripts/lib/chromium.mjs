// Chromium for the tests of the page: found where systems put it, or installed where that can be done without asking.

import { existsSync } from 'node:fs';
import { Failure, must, run } from './process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const HOW =
  'Install Chromium (on Debian: sudo apt-get install chromium), or name one you have: CHROMIUM=/path/to/chromium npm test.';

async function which(name) {
  const said = await run('sh', ['-c', `command -v ${name}`]);
  return said.code === 0 ? said.results.trim() : '';
}

async function find() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named))
      throw new Failure(`CHROMIUM is set to ${named}, and there is no such file`, { advice: HOW });
    return named;
  }
  for (const name of NAMES) {
    const path = await which(name);
    if (path) return path;
  }
  return '';
}

/** The path of a Chromium; installs Debian's if there is none and this is root on Debian. */
export async function chromium() {
  const found = await find();
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && (await which('apt-get'));
  if (!mayInstall) throw new Failure('there is no Chromium to test the page in', { advice: HOW });
  await must('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    minutes: 15,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    advice: `This step downloads from Debian. If the package lists are old, run \`apt-get update\` first. ${HOW}`,
  });
  return find();
}
