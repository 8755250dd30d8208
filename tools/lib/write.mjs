// Writing: files are gathered first, measured, and written only when every check
// has passed, so that a failed build leaves the old pack as it was.

import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const brotli = (buffer) => brotliCompressSync(buffer, { params: {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: buffer.length,
} }).length;

export class Output {
  files = new Map();

  /** Compact JSON with the key order of the object, or text as it stands. */
  add(path, content) {
    const text = typeof content === "string" ? content : `${JSON.stringify(content)}\n`;
    const buffer = Buffer.from(text, "utf8");
    this.files.set(path, { buffer, bytes: buffer.length, brotli: brotli(buffer),
      sha256: createHash("sha256").update(buffer).digest("hex") });
  }

  size(path) {
    return this.files.get(path).brotli;
  }

  /** Sizes of the files whose path starts with a prefix. */
  sizes(prefix) {
    return [...this.files].filter(([path]) => path.startsWith(prefix)).map(([path, f]) => ({ path, ...f }));
  }

  listing() {
    return [...this.files].sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, { sha256, bytes, brotli: small }]) => ({ path, sha256, bytes, brotli: small }));
  }

  /** Folders made wholly by this tool are emptied first: a place that is gone must not linger. */
  write(root) {
    for (const folder of ["places", "spend", "map"]) rmSync(join(root, folder), { recursive: true, force: true });
    for (const [path, { buffer }] of this.files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), buffer);
    }
  }
}
