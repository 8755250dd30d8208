// Tells the browser, in the main page itself, what the first answer will need, so that script, module and evidence are
// fetched side by side and not one after another.

const DATA = ['evidence.json', 'definitions.json', 'index.json'];

/** The chunk that main.js opens at once, and everything it imports. */
function startFiles(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const start = chunks.find(({ facadeModuleId, moduleIds = [] }) =>
    [facadeModuleId, ...moduleIds].some((id) => id?.endsWith('/www/app/start.js')),
  );
  if (!start) return [];
  return [...new Set([start.fileName, ...start.imports])];
}

/** The module with vector instructions, which nearly every browser takes. */
function moduleFile(bundle) {
  const assets = Object.values(bundle).filter(({ type }) => type === 'asset');
  const found = assets.find(({ originalFileNames = [] }) =>
    originalFileNames.some((name) => name.includes('pkg/simd128/')),
  );
  return found ? [found.fileName] : [];
}

/** Vite's part: adds the hints to index.html of a build. */
export function preload() {
  return {
    name: 'headwater-preload',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        if (!bundle || !path.endsWith('index.html')) return html;
        const fetched = [...DATA.map((name) => `data/${name}`), ...moduleFile(bundle)];
        return [
          ...startFiles(bundle).map((file) => link({ rel: 'modulepreload', href: `./${file}`, crossorigin: true })),
          ...fetched.map((file) => link({ rel: 'preload', as: 'fetch', href: `./${file}`, crossorigin: 'anonymous' })),
        ];
      },
    },
  };
}

const link = (attrs) => ({ tag: 'link', attrs, injectTo: 'head' });
