import { operationsOf, type Contract } from '@finauth-sdk/generate/contract';
import { errorEntries } from './errorEntries.ts';
import { ERRORS, slugOf, type Routes } from './routes.ts';

/** Where each thing has a page of its own, within the site. What Redoc's page cannot reach, this cannot either. */
export function pageRoutesOf(contract: Contract, redoc: Routes): Routes {
  const errors = new Map(errorEntries(contract).map(({ name, title }) => [name, errorPath(title)]));
  const operations = new Set(operationsOf(contract).map(({ operation }) => operation.operationId));
  return {
    guide(file, heading) {
      const [, slug, part] = /^#\/guide-([^/]+)(?:\/(.+))?$/.exec(redoc.guide(file, heading) ?? '') ?? [];
      return slug && `guides/${slug}/${part ? `#${part}` : ''}`;
    },
    operation: (operationId) => (operations.has(operationId) ? `calls/${slugOf(operationId)}/` : undefined),
    error: (name) => errors.get(name),
    section: (slug) => (redoc.section(slug) ? `${slug}/` : undefined),
  };
}

/** The address of an error's page. */
export function errorPath(title: string): string {
  return `${ERRORS}/${slugOf(title)}/`;
}
