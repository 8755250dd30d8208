// Tells the browser, in the main page itself, which scripts the first answer will need, so that they are fetched side by
// side and not one after another. Module and evidence are asked for by the first of them (www/engine/ahead.js): hinted at
// here they would share a slow line with the scripts, and nothing could be said before all were there.

/** The chunk that main.js opens at once, and everything it imports, through however many files. */
function startFiles(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const start = chunks.find(({ facadeModuleId, moduleIds = [] }) =>
    [facadeModuleId, ...moduleIds].some((id) => id?.endsWith('/www/app/start.js')),
  );
  if (!start) return [];
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const needed of bundle[name]?.imports ?? []) add(needed);
  };
  add(start.fileName);
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
