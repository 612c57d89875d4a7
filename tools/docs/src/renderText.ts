import type { Contract } from '@finauth-sdk/generate/contract';
import { fillPlaceholders } from './fillPlaceholders.ts';
import { insertSamples } from './insertSamples.ts';
import { resolveLinks } from './resolveLinks.ts';
import type { Routes } from './routes.ts';
import { withoutComments } from './withoutComments.ts';

/** What every text of the spec is rendered with. `base` comes before each address of the page. */
export interface Rendering {
  spec: string;
  contract: Contract;
  routes: Routes;
  base: string;
}

/** A Markdown text of the spec as readers get it: tables and samples in it, its links leading somewhere. */
export function renderText({ spec, contract, routes, base }: Rendering, markdown: string, file: string): string {
  const resolve = (text: string) => resolveLinks(text, file, routes, base);
  // The author's links first, while the lines are those of the file.
  return withoutComments(fillPlaceholders(contract, insertSamples(spec, file, resolve(markdown)), file, resolve));
}
