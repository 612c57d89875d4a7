import type { Contract } from '../contract/contract.ts';
import type { Problem } from '../problem.ts';

/** Every error leads to its page on the site, so the site's address has to be whole, if it is there. */
export function checkSite({ externalDocs }: Contract): Problem[] {
  if (externalDocs === undefined) return [];
  const { url } = externalDocs;
  if (/^https:\/\/[^?#]*$/.test(url) && URL.canParse(url)) return [];
  return [
    {
      path: ['externalDocs', 'url'],
      says: `The site’s address ${url} is not https, a host and a path.`,
      remedy: 'Write where the docs will be, such as https://example.com/docs/, or leave externalDocs out.',
    },
  ];
}
