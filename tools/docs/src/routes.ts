import { operationsOf, type Contract } from '@finauth-sdk/generate/contract';
import { SpecError } from '@finauth-sdk/generate/specError';
import slugify from 'slugify';
import { errorEntries } from './errorEntries.ts';
import type { Guide } from './guide.ts';
import { findIn } from './markdownTree.ts';
import { splitSections } from './splitSections.ts';

/** Where on the page each thing stands that a text may link to. Redoc makes such an address from the tag's name and the heading. */
export interface Routes {
  guide(file: string, heading?: string): string | undefined;
  operation(operationId: string): string | undefined;
  error(name: string): string | undefined;
  section(slug: string): string | undefined;
}

/** A text as Redoc writes it into an address. */
export function slugOf(text: string): string {
  return slugify(text).toLowerCase();
}

/** The same as GitHub writes it, where the guides are read too. */
function githubSlug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** The name of a guide's tag, which no tag of the API has. */
export function guideTag({ slug }: Guide): string {
  return `guide-${slug}`;
}

export const ERRORS = 'errors';

export function routesOf(contract: Contract, guides: Guide[]): Routes {
  const sections = new Set(splitSections(contract.info.description).sections.map(({ title }) => slugOf(title)));
  const headings = new Map(
    guides.map(({ file, text }) => [file, new Map(findIn(text).headings.map(({ title }) => [githubSlug(title), slugOf(title)]))]),
  );
  const operations = new Map(
    operationsOf(contract).map(({ operation }) => [
      operation.operationId,
      `#/${slugOf(operation.tags?.[0] ?? '')}/${slugOf(operation.operationId)}`,
    ]),
  );
  const errors = new Map(errorEntries(contract).map((entry) => [entry.name, `#/${ERRORS}/${slugOf(entry.title)}`]));
  return {
    guide(file, heading) {
      const guide = guides.find((one) => one.file === file);
      const part = heading && headings.get(file)?.get(heading);
      if (!guide || (heading && !part)) return undefined;
      return `#/${guideTag(guide)}${part ? `/${part}` : ''}`;
    },
    operation: (operationId) => operations.get(operationId),
    error: (name) => errors.get(name),
    section: (slug) => (sections.has(slug) ? `#/${slug}` : undefined),
  };
}

/** Refuses two parts of the page with one address, of which a link could reach only one. */
export function checkRoutes(names: string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new SpecError(`Two parts of the docs have the address ${twice}: rename the heading, the guide or the tag.`);
}
