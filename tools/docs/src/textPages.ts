import { operationsOf, requestOf, resolve, type Contract, type Operation, type Schema } from '@finauth-sdk/generate/contract';
import { annotate } from './annotate.ts';
import { codeSamplesOf } from './codeSamples.ts';
import { errorEntries, errorsOf } from './errorEntries.ts';
import type { Guide } from './guide.ts';
import type { ErrorAdvice } from './readErrorAdvice.ts';
import { withoutMarks } from './insertSamples.ts';
import { markdownTable } from '../../markdownTable.ts';
import { renderErrorPage, renderSdkErrorPage } from './renderErrorPage.ts';
import { renderText, type Rendering } from './renderText.ts';
import { resolveLinks } from './resolveLinks.ts';
import { callPath, errorPath, guidePath, packagePath, slugOf } from './routes.ts';
import { splitSections } from './splitSections.ts';

/** A page of the site as Markdown, for programs that read. */
export interface TextPage {
  /** Its address within the site. */
  path: string;
  group: 'Guides' | 'Reference' | 'Packages' | 'Errors' | 'Errors of the SDK';
  title: string;
  summary: string;
  text: string;
}

/** The guides, each call, each section of the spec's introduction, each package, and each error, those of the SDK's own last. */
export function textPages(rendering: Rendering, guides: Guide[], packages: Guide[], advice: ErrorAdvice, sdkErrors: Guide[]): TextPage[] {
  const { contract, routes, base } = rendering;
  const { sections } = splitSections(contract.info.description);
  return [
    ...guides.map((guide) => ({
      path: textPath(guidePath(guide)),
      group: 'Guides' as const,
      title: guide.title,
      summary: plain(guide.summary),
      text: renderText(rendering, guide.text, `guides/${guide.file}`),
    })),
    ...operationsOf(annotate(contract)).map(({ path, method, operation }) => ({
      path: textPath(callPath(operation.operationId)),
      group: 'Reference' as const,
      title: operation.summary,
      summary: `${method.toUpperCase()} ${path}: its fields, its responses, and how it can be refused.`,
      text: renderText(rendering, renderOperation(annotate(contract), path, method, operation), 'openapi.yaml'),
    })),
    ...sections.map(({ title, text }) => ({
      path: textPath(`${slugOf(title)}/`),
      group: 'Reference' as const,
      title,
      summary: firstSentence(text),
      text: renderText(rendering, `# ${title}\n\n${text}`, 'openapi.yaml'),
    })),
    ...packages.map((readme) => ({
      path: textPath(packagePath(readme)),
      group: 'Packages' as const,
      title: readme.title,
      summary: plain(readme.summary),
      text: resolveLinks(readme.text, `../packages/${readme.slug}/README.md`, routes, base),
    })),
    ...errorEntries(contract).map((entry) => ({
      path: textPath(errorPath(entry.page)),
      group: 'Errors' as const,
      title: entry.title,
      summary: plain(entry.advice.meaning),
      text: renderText(rendering, renderErrorPage(contract, entry, advice.get(entry.name) ?? ''), `guides/errors/${entry.name}.md`),
    })),
    ...sdkErrors.map((error) => ({
      path: textPath(errorPath(error.slug)),
      group: 'Errors of the SDK' as const,
      title: error.title,
      summary: plain(error.summary),
      text: renderText(rendering, renderSdkErrorPage(contract, error), `guides/sdk-errors/${error.file}`),
    })),
  ];
}

/** Where a text has its page: `text/guides/quickstart.md` at `guides/quickstart/`. */
export function pagePath({ path }: Pick<TextPage, 'path'>): string {
  return path.replace(/^text\/(.*)\.md$/, '$1/');
}

/** Where the page at an address has its Markdown. */
function textPath(path: string): string {
  return `text/${path.slice(0, -1)}.md`;
}

function renderOperation(contract: Contract, path: string, method: string, operation: Operation): string {
  const { mediaType, schema } = requestOf(contract, operation);
  const errors = errorEntries(contract).filter(({ name }) => errorsOf(contract, operation).includes(name));
  const answers = Object.entries(operation.responses).flatMap(([status, response]) => {
    const { description, headers = {}, content = {} } = resolve(contract, response);
    return [
      `### ${status}`,
      description.trim(),
      ...Object.entries(headers).map(
        ([name, header]) => `Header \`${name}\`: ${describe(resolve(contract, header)) || 'without a description.'}`,
      ),
      ...Object.entries(content).flatMap(([type, media]) => body(contract, `As \`${type}\``, resolve(contract, media.schema))),
    ];
  });
  const samples = codeSamplesOf(operation).flatMap(({ lang, label = lang, source }) => [
    `### ${label}`,
    `\`\`\`${lang.toLowerCase()}\n${withoutMarks(source)}\n\`\`\``,
  ]);
  return [
    `# ${operation.summary}`,
    `\`${method.toUpperCase()} ${path}\``,
    (operation.description ?? '').trim(),
    '## Request',
    `<!-- search: ${Object.keys(schema.properties ?? {}).join(' ')} -->`,
    describe(operation.requestBody ?? {}),
    ...body(contract, mediaType === undefined ? 'In the query' : `As \`${mediaType}\``, schema),
    '## Answers',
    ...answers,
    '## Refusals',
    errors.map(({ name, title }) => `- [${title}](error:${name})`).join('\n'),
    ...(samples.length > 0 ? ['## Samples', ...samples] : []),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What a body, or a query, holds: a row for each field, or what its schema says of it. */
function body(contract: Contract, how: string, schema: Schema): string[] {
  const rows = fields(contract, schema);
  if (rows.length > 0) return [`${how}:`, markdownTable(['Field', 'Type', 'Required', 'What it is'], rows)];
  return [`${how}${describe(schema) ? `: ${describe(schema)}` : '.'}`];
}

/** A row for each field, also for those of objects and lists within: `user.name`, `users[].name`. */
function fields(contract: Contract, schema: Schema, within = '', above: readonly Schema[] = []): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, reference]) => {
    const property = resolve(contract, reference);
    const items = property['items'] ? resolve(contract, property['items'] as Schema) : undefined;
    const inner = items ?? property;
    const at = `${within}${name}${items ? '[]' : ''}`;
    return [
      [`\`${within}${name}\``, typeOf(property, items), schema.required?.includes(name) ? 'yes' : 'no', describe(property)],
      // A schema may hold itself.
      ...(above.includes(inner) ? [] : fields(contract, inner, `${at}.`, [...above, inner])),
    ];
  });
}

/** `string, maxLength 8, one of "a", "b"` */
function typeOf(schema: Schema, items?: Schema): string {
  const type = [schema['type']].flat().filter(Boolean).join(' or ');
  const values = schema['enum'] as unknown[] | undefined;
  const limits = Object.entries(schema).filter(
    ([key, value]) =>
      !key.startsWith('x-') &&
      !['type', 'description', 'title', '$ref'].includes(key) &&
      ['string', 'number', 'boolean'].includes(typeof value),
  );
  return [
    items ? `array of ${typeOf(items)}` : type,
    ...limits.map(([key, value]) => `${key} ${String(value)}`),
    values && `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function describe(node: object): string {
  return String((node as { description?: unknown }).description ?? '').trim();
}

function firstSentence(markdown: string): string {
  return plain(/^[^]*?\.(?=\s|$)/.exec(markdown)?.[0] ?? markdown);
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
