import type { Contract } from '@finauth-sdk/generate/contract';
import { SpecError } from '@finauth-sdk/generate/specError';
import { renderErrors } from './renderErrors.ts';
import { renderMistakes } from './renderMistakes.ts';
import { renderRegions } from './renderRegions.ts';
import { renderResults } from './renderResults.ts';
import { renderRetries } from './renderRetries.ts';
import { renderSignature } from './renderSignature.ts';
import { renderSources } from './renderSources.ts';
import { renderTestIds } from './renderTestIds.ts';
import { renderWorkedExample } from './renderWorkedExample.ts';

const renderers: Record<string, (contract: Contract) => string> = {
  errors: renderErrors,
  regions: renderRegions,
  results: renderResults,
  retries: renderRetries,
  signature: renderSignature,
  'sign-mistakes': renderMistakes,
  sources: renderSources,
  'test-ids': renderTestIds,
  'worked-example': renderWorkedExample,
};

/** A text of the spec, `file`, with each `<!-- generated:NAME -->` replaced by what the spec's data says, and `finish` makes of that. */
export function fillPlaceholders(contract: Contract, markdown: string, file: string, finish: (filled: string) => string): string {
  return markdown.replaceAll(/<!-- generated:([\w-]+) -->/g, (_, name: string) => {
    const render = renderers[name];
    if (!render) throw new SpecError(`spec/${file} asks for generated:${name}; known are ${Object.keys(renderers).join(', ')}.`);
    return finish(render(contract));
  });
}
