import { operationsOf, type Contract, type Operation } from '@finauth-sdk/generate/contract';
import { annotate } from './annotate.ts';
import { codeSamplesOf } from './codeSamples.ts';
import { errorEntries, errorsOf } from './errorEntries.ts';
import { withoutMarks } from './insertSamples.ts';
import { findIn, replaceAt } from './markdownTree.ts';
import { renderText, type Rendering } from './renderText.ts';
import { slugOf } from './routes.ts';
import { splitSections } from './splitSections.ts';

interface Tag {
  name: string;
  'x-displayName'?: string;
}

/** The spec as Redoc is to show it: the calls. What else the spec says has pages of its own, which the texts link to. */
export function readableDocument(rendering: Rendering): Contract {
  const { contract } = rendering;
  const { intro, sections } = splitSections(contract.info.description);
  const text = (markdown: string) => withPlainHeadings(renderText(rendering, markdown, 'openapi.yaml'));
  const tags = (contract as { tags?: Tag[] }).tags ?? [];
  const withLinks = withOperations(contract, (operation) => ({
    ...operation,
    description: text(`${(operation.description ?? '').trim()}\n\n${seeAlso(contract, operation, sections)}`),
    'x-codeSamples': codeSamplesOf(operation).map((sample) => ({ ...sample, source: withoutMarks(sample.source) })),
  }));
  return {
    ...annotate(withLinks),
    info: { ...contract.info, description: text(intro) },
    tags: tags.map((tag) => ({ ...tag, 'x-displayName': tag['x-displayName'] ?? tag.name })),
  } as unknown as Contract;
}

function seeAlso(contract: Contract, operation: Operation, sections: { title: string }[]): string {
  const titles = new Map(errorEntries(contract).map(({ name, title }) => [name, title]));
  const errors = errorsOf(contract, operation).map((name) => `[${titles.get(name)}](error:${name})`);
  const about = sections.map(({ title }) => `[${title}](section:${slugOf(title)})`);
  return [errors.length > 0 && `**When it is refused:** ${errors.join(', ')}.`, about.length > 0 && `**See also:** ${about.join(', ')}.`]
    .filter(Boolean)
    .join('\n\n');
}

function withOperations(contract: Contract, change: (operation: Operation) => Operation): Contract {
  const changed = new Map(operationsOf(contract).map(({ operation }) => [operation, change(operation)]));
  const paths = Object.entries(contract.paths).map(([path, item]) => [
    path,
    Object.fromEntries(Object.entries(item).map(([method, operation]) => [method, changed.get(operation as Operation) ?? operation])),
  ]);
  return { ...contract, paths: Object.fromEntries(paths) };
}

/** Redoc takes an address from a heading's text and trips over code and emphasis in it. */
function withPlainHeadings(markdown: string): string {
  return replaceAt(markdown, findIn(markdown).headings, ({ depth, title }) => `${'#'.repeat(depth)} ${title}`);
}
