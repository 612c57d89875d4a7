import { operationsOf, type Contract, type Operation } from '@finauth-sdk/generate/contract';
import { annotate } from './annotate.ts';
import { codeSamplesOf } from './codeSamples.ts';
import { errorEntries, errorsOf } from './errorEntries.ts';
import type { Guide } from './guide.ts';
import { withoutMarks } from './insertSamples.ts';
import { findIn, replaceAt } from './markdownTree.ts';
import { renderText, type Rendering } from './renderText.ts';
import { checkRoutes, guideTag, slugOf } from './routes.ts';
import { splitSections } from './splitSections.ts';

interface Tag {
  name: string;
  'x-displayName'?: string;
  'x-traitTag'?: boolean;
  description?: string;
}

/** The spec as Redoc is to show it: the guides and the sections of its introduction as parts of the navigation, beside the operations. */
export function readableDocument(rendering: Rendering, guides: Guide[]): Contract {
  const { contract } = rendering;
  const { intro, sections } = splitSections(contract.info.description);
  const text = (markdown: string, file: string) => withPlainHeadings(renderText(rendering, markdown, file));
  const page = (name: string, title: string, description: string): Tag => ({
    name,
    'x-displayName': title,
    'x-traitTag': true,
    description,
  });

  const guidePages = guides.map((guide) => page(guideTag(guide), guide.title, text(withoutTitle(guide.text), `guides/${guide.file}`)));
  const calls = ((contract as { tags?: Tag[] }).tags ?? []).map((tag) => ({ ...tag, 'x-displayName': tag['x-displayName'] ?? tag.name }));
  const sectionPages = sections.map((section) => page(slugOf(section.title), section.title, text(section.text, 'openapi.yaml')));
  const code = page('code', 'TypeScript API', text(CODE, 'openapi.yaml'));
  const groups = [
    { name: 'Guides', tags: guidePages },
    { name: 'Reference', tags: [...calls, ...sectionPages, code] },
  ].filter(({ tags }) => tags.length > 0);
  const tags = groups.flatMap((group) => group.tags);
  checkRoutes(
    tags.flatMap((tag) => [
      slugOf(tag.name),
      ...findIn(tag.description ?? '').headings.map(({ title }) => `${slugOf(tag.name)}/${slugOf(title)}`),
    ]),
  );

  const withLinks = withOperations(contract, (operation) => ({
    ...operation,
    description: text(`${(operation.description ?? '').trim()}\n\n${seeAlso(contract, operation, sections)}`, 'openapi.yaml'),
    'x-codeSamples': codeSamplesOf(operation).map((sample) => ({ ...sample, source: withoutMarks(sample.source) })),
  }));
  return {
    ...annotate(withLinks),
    info: { ...contract.info, description: text(intro, 'openapi.yaml') },
    tags,
    'x-tagGroups': groups.map(({ name, tags: members }) => ({ name, tags: members.map((tag) => tag.name) })),
  } as unknown as Contract;
}

const CODE = `Every function, option and error of the hand-written packages, from their own comments: [the TypeScript API](site:api/index.html).

For language models and scripts: [llms.txt](site:llms.txt), and all of this as one text, [llms-full.txt](site:llms-full.txt).
The API's description: [openapi.yaml](site:openapi.yaml), [openapi.json](site:openapi.json).`;

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

function withoutTitle(markdown: string): string {
  // The line stays, empty, so that an error names the line of the file.
  return markdown.replace(/^# .*/, '');
}

/** Redoc takes an address from a heading's text and trips over code and emphasis in it. */
function withPlainHeadings(markdown: string): string {
  return replaceAt(markdown, findIn(markdown).headings, ({ depth, title }) => `${'#'.repeat(depth)} ${title}`);
}
