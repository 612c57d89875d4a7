import type { Contract } from './contract.ts';

/** The folder of the site in which the errors have their pages. */
export const ERROR_PAGES = 'errors';

/** The last part of the address of an error's page: its name, and the code before a reason that several codes have. */
export function errorPage({ 'x-error-model': { codes } }: Contract, name: string, code: string): string {
  const isShared = Object.values(codes).filter(({ reasons = {} }) => Object.hasOwn(reasons, name)).length > 1;
  return (isShared ? `${code}-${name}` : name).toLowerCase();
}

/** Where the errors have their pages: undefined where the spec does not say where the site is. */
export function errorPagesUrl({ externalDocs }: Contract): string | undefined {
  return externalDocs && `${externalDocs.url.replace(/\/*$/, '/')}${ERROR_PAGES}/`;
}
