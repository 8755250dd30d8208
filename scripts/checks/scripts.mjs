// The programs in tools/, scripts/ and benches/ can at least be read by Node. What tools/ make is checked by `headwater pack
// verify`.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../lib/process.mjs';
import { at } from '../lib/project.mjs';

export async function checkScripts() {
  const found = ['tools', 'scripts', 'benches'].flatMap((folder) =>
    readdirSync(at(folder), { recursive: true })
      .filter((name) => name.endsWith('.mjs') && !name.includes('node_modules') && !name.includes('.venv'))
      .map((name) => join(folder, name)),
  );
  for (const file of found) await must(process.execPath, ['--check', file]);
  return `${found.length} files`;
}
