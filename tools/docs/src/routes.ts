import { operationsOf, type Contract } from '@finauth-sdk/generate/contract';
import { ERROR_PAGES } from '@finauth-sdk/generate/errorPages';
import { SpecError } from '@finauth-sdk/generate/specError';
import slugify from 'slugify';
import { errorEntries } from './errorEntries.ts';
import type { Guide } from './guide.ts';
import { findIn } from './markdownTree.ts';
import { splitSections } from './splitSections.ts';

/** Where within the site each thing has its page that a text may link to. Undefined where there is no such thing. */
export interface Routes {
  guide(file: string, heading?: string): string | undefined;
  operation(operationId: string): string | undefined;
  error(name: string): string | undefined;
  section(slug: string): string | undefined;
  result(name: string): string | undefined;
  package(name: string, heading?: string): string | undefined;
}

/** A text as it stands in an address. */
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

/** The page with the table of all results. */
const RESULTS = 'results';

/** The page of the reference, by Redoc. */
export const REFERENCE = 'reference/';

export function routesOf(contract: Contract, guides: Guide[], packages: Guide[], sdkErrors: Guide[]): Routes {
  const sections = new Set(splitSections(contract.info.description).sections.map(({ title }) => slugOf(title)));
  const errors = new Map([
    ...errorEntries(contract).map(({ name, page }) => [name, errorPath(page)] as const),
    ...sdkErrors.map(({ title, slug }) => [title, errorPath(slug)] as const),
  ]);
  const operations = new Set(operationsOf(contract).map(({ operation }) => operation.operationId));
  return {
    guide: headingsOf(guides, ({ file }) => file, guidePath),
    package: headingsOf(packages, ({ slug }) => slug, packagePath),
    operation: (operationId) => (operations.has(operationId) ? callPath(operationId) : undefined),
    error: (name) => errors.get(name),
    section: (slug) => (sections.has(slug) ? `${slug}/` : undefined),
    result: (name) => (Object.hasOwn(contract['x-results'].results, name) ? `${RESULTS}/#${slugOf(name)}` : undefined),
  };
}

export function guidePath({ slug }: Guide): string {
  return `guides/${slug}/`;
}

export function packagePath({ slug }: Guide): string {
  return `packages/${slug}/`;
}

export function callPath(operationId: string): string {
  return `calls/${slugOf(operationId)}/`;
}

export function errorPath(page: string): string {
  return `${ERROR_PAGES}/${page}/`;
}

/** Finds a text by its name, and a heading in it by GitHub's word for it. */
function headingsOf(texts: Guide[], nameOf: (text: Guide) => string, pathOf: (text: Guide) => string): Routes['guide'] {
  const known = new Map(
    texts.map((text) => [
      nameOf(text),
      { path: pathOf(text), parts: new Map(findIn(text.text).headings.map(({ title }) => [githubSlug(title), slugOf(title)])) },
    ]),
  );
  return (name, heading) => {
    const found = known.get(name);
    const part = heading && found?.parts.get(heading);
    return found && (part || !heading) ? `${found.path}${part ? `#${part}` : ''}` : undefined;
  };
}

/** Refuses two parts of the site with one address, of which a link could reach only one. */
export function checkRoutes(names: string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new SpecError(`Two parts of the docs have the address ${twice}: rename the heading, the guide or the tag.`);
}
