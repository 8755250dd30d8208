// Writes the finished pages of all places into the folder given.

import { writePlaces } from './places.mjs';

const count = await writePlaces(process.argv[2]);
console.log(`${count} places`);
