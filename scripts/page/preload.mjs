// Tells the browser, in the main page itself, which scripts the first answer will need, so that they are fetched side by
// side and not one after another. Module and evidence are asked for by the first of them (www/engine/ahead.js): hinted at
// here they would share a slow line with the scripts, and nothing could be said before all were there.

/** What main.js opens at once, then the first pictures. */
const WANTED = ['/www/app/start.js', '/www/charts/hw-fan.js'];

/** The chunks with what is wanted in them, and everything they import, through however many files. */
function startFiles(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const chunkOf = (wanted) => chunks.find(({ moduleIds = [] }) => moduleIds.some((id) => id.endsWith(wanted)));
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const needed of bundle[name]?.imports ?? []) add(needed);
  };
  for (const chunk of WANTED.map(chunkOf)) if (chunk) add(chunk.fileName);
  return [...found];
}

/** Vite's part: adds the hints to index.html of a build. */
export function preload() {
  return {
    name: 'headwater-preload',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        if (!bundle || !path.endsWith('index.html')) return html;
        return startFiles(bundle).map((file) => link({ rel: 'modulepreload', href: `./${file}`, crossorigin: true }));
      },
    },
  };
}

const link = (attrs) => ({ tag: 'link', attrs, injectTo: 'head' });
