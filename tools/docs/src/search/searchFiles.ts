import { build } from 'esbuild';
import MiniSearch from 'minisearch';
import { join } from 'node:path';
import type { TextPage } from '../textPages.ts';
import { apiPart } from './apiParts.ts';
import { partsOf } from './partsOf.ts';
import { indexOptions, type Part } from './terms.ts';

/** The index of all pages and of the TypeScript API, which a page loads when somebody begins to search. */
export function searchIndex(pages: TextPage[], apiPages: readonly (readonly [path: string, html: string])[]): string {
  const index = new MiniSearch<Part>(indexOptions);
  const parts = [...pages.flatMap(partsOf), ...apiPages.map(([path, html]) => apiPart(html, path))];
  index.addAll(parts.map((part, id) => ({ ...part, id })));
  return JSON.stringify(index);
}

/** What searches in a page, as one script. */
export async function searchScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'box.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}
