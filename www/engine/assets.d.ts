// What Vite makes of imports that end in a question.
declare module '*?url' {
  const url: string;
  export default url;
}
declare module '*?worker&url' {
  const url: string;
  export default url;
}

/** What the page was made of (scripts/page/stamp.mjs); vite.config.js puts it in. */
declare const HEADWATER_STAMP: string | undefined;
