import { operationsOf, requestOf, resolve, type Contract, type Operation, type Schema } from '@finauth-sdk/generate/contract';
import { annotate } from './annotate.ts';
import { errorEntries, errorsOf } from './errorEntries.ts';
import type { Guide } from './guide.ts';
import { markdownTable } from './markdownTable.ts';
import { renderText, type Rendering } from './renderText.ts';
import { slugOf } from './routes.ts';
import { splitSections } from './splitSections.ts';

/** A page of the site as Markdown, for programs that read. */
export interface TextPage {
  /** Its address within the site. */
  path: string;
  group: 'Guides' | 'Reference';
  title: string;
  summary: string;
  text: string;
}

/** The guides, each call, and each section of the spec's introduction. */
export function textPages(rendering: Rendering, guides: Guide[]): TextPage[] {
  const { contract } = rendering;
  const { sections } = splitSections(contract.info.description);
  return [
    ...guides.map((guide) => ({
      path: `text/guides/${guide.slug}.md`,
      group: 'Guides' as const,
      title: guide.title,
      summary: plain(guide.summary),
      text: renderText(rendering, guide.text, `guides/${guide.file}`),
    })),
    ...operationsOf(annotate(contract)).map(({ path, method, operation }) => ({
      path: `text/calls/${slugOf(operation.operationId)}.md`,
      group: 'Reference' as const,
      title: operation.summary,
      summary: `${method.toUpperCase()} ${path}: its fields, its answers, and how it can be refused.`,
      text: renderText(rendering, renderOperation(annotate(contract), path, method, operation), 'openapi.yaml'),
    })),
    ...sections.map(({ title, text }) => ({
      path: `text/${slugOf(title)}.md`,
      group: 'Reference' as const,
      title,
      summary: firstSentence(text),
      text: renderText(rendering, `# ${title}\n\n${text}`, 'openapi.yaml'),
    })),
  ];
}

function renderOperation(contract: Contract, path: string, method: string, operation: Operation): string {
  const { mediaType, schema } = requestOf(contract, operation);
  const errors = errorEntries(contract).filter(({ name }) => errorsOf(contract, operation).includes(name));
  const answers = Object.entries(operation.responses).flatMap(([status, response]) => {
    const { description, content = {} } = resolve(contract, response);
    return [
      `### ${status}`,
      description.trim(),
      ...Object.entries(content).flatMap(([type, media]) => [`As \`${type}\`:`, ...fields(contract, resolve(contract, media.schema))]),
    ];
  });
  return [
    `# ${operation.summary}`,
    `\`${method.toUpperCase()} ${path}\``,
    operation.description.trim(),
    '## Request',
    `As \`${mediaType}\`:`,
    ...fields(contract, schema),
    '## Answers',
    ...answers,
    '## Refusals',
    errors.map(({ name, title }) => `- [${title}](error:${name})`).join('\n'),
  ].join('\n\n');
}

function fields(contract: Contract, schema: Schema): string[] {
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0) return [];
  const rows = properties.map(([name, property]) => {
    const { type, description, ...rest } = resolve(contract, property);
    const limits = Object.entries(rest).filter(([key, value]) => !key.startsWith('x-') && ['string', 'number'].includes(typeof value));
    return [
      `\`${name}\``,
      [type, ...limits.map(([key, value]) => `${key} ${value}`)].filter(Boolean).join(', '),
      schema.required?.includes(name) ? 'yes' : 'no',
      String(description ?? ''),
    ];
  });
  return [markdownTable(['Field', 'Type', 'Required', 'What it is'], rows)];
}

function firstSentence(markdown: string): string {
  return plain(/^[^]*?[.:](?=\s|$)/.exec(markdown)?.[0] ?? markdown);
}

function plain(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
