// The presets that come with the page, by id: the files in presets/, as they are, and their names in plain words.
import { t } from '../words/words.js';

const files = import.meta.glob('../../presets/*.json', { eager: true, import: 'default' });

const idOf = (path) => path.split('/').at(-1).replace('.json', '');

/** @type {Record<string, object>} */
export const presets = Object.fromEntries(Object.entries(files).map(([path, scenario]) => [idOf(path), scenario]));

/** The order in which they teach: the default, its rivals, the traps, the ambitions. */
export const ORDER = [
  'default',
  'new-money',
  'nothing-new',
  'best-evidenced',
  'fair-share',
  'social-care-first',
  'shift-1',
  'shift-2',
  'shift-5',
  'fast-cut-slow-programmes',
  'ambition-15-percent',
  'ambition-hospital-share',
].filter((id) => id in presets);

/** What a preset is called on the page. @param {string} id */
export const presetName = (id) => t(`preset-${id}`);

/** The one thing it teaches. @param {string} id */
export const presetLesson = (id) => t(`preset-${id}.note`);
