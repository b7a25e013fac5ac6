import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** What a browser loads before it can show a page: the files of the entry and of the page, with all that they import. */
export function firstLoad(folder: string, page: string): ReadonlyMap<string, number> {
  const manifest = JSON.parse(readFileSync(join(folder, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
  const files = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (chunk === undefined) {
      throw new Error(`${key} is not in the manifest`);
    }
    if (!files.has(chunk.file)) {
      files.add(chunk.file);
      chunk.css?.forEach((sheet) => files.add(sheet));
      chunk.imports?.forEach(add);
    }
  };
  add("index.html");
  add(page);
  return new Map([...files].map((file) => [file, statSync(join(folder, `${file}.gz`)).size]));
}

export function sum(sizes: Iterable<readonly [string, number]>, kind: string): number {
  return [...sizes].reduce((total, [file, size]) => total + (file.endsWith(kind) ? size : 0), 0);
}
