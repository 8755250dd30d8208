// The page's elements in a test without a page: their style sheets are left out, and nothing is ever laid out.
import { readdirSync } from 'node:fs';
import { register } from 'node:module';

/** Node loads no style sheet; to the elements each is a text. */
const WITHOUT_STYLES = `export const load = (url, context, next) => /\\.css(\\?|$)/.test(url)
  ? { format: 'module', source: 'export default ""', shortCircuit: true }
  : next(url, context);`;
register(`data:text/javascript,${encodeURIComponent(WITHOUT_STYLES)}`);
globalThis.ResizeObserver = class {};

const folder = new URL('../../www/charts/', import.meta.url);
const { Picture } = await import(new URL('picture.js', folder));

/** Every kind of picture by the name of its element. @returns {Promise<Record<string, typeof Picture>>} */
export async function pictures() {
  const files = readdirSync(folder).filter((name) => /^hw-.+\.js$/.test(name));
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder))));
  const found = modules.flatMap((module) => Object.values(module)).filter((item) => item.prototype instanceof Picture);
  return Object.fromEntries(found.map((kind) => [kind.name, kind]));
}
