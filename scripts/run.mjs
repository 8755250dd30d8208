// The entry of `npm start`, `npm test`, `npm run build` and `npm run bench`.
//
// This file and lib/node-version.mjs keep to the syntax of old Node versions, so that an old Node can still read what
// to do. Nothing here needs a package: the scripts are what fetches them.

import { checkNodeVersion } from './lib/node-version.mjs';

const commands = ['start', 'test', 'build', 'bench'];
const name = process.argv[2];

checkNodeVersion();
if (commands.indexOf(name) < 0) {
  console.error('usage: node scripts/run.mjs ' + commands.join('|'));
  process.exit(2);
}
import('./commands/' + name + '.mjs')
  .then(function (command) {
    return command.main(process.argv.slice(3));
  })
  .catch(function (error) {
    console.error(error);
    process.exit(1);
  });
