import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guide } from './guide.ts';
import { parseText } from './readGuides.ts';
import { withoutComments } from './withoutComments.ts';

// Where READMEs link to, since npm shows them with no repository around them.
const REPOSITORY = 'https://github.com/finauth-sdk/finauth-sdk/blob/main/';

/** What each package's README says, for a page of its own: options, events, settings, exit codes. Its links are those of a guide. The samples are in it already. */
export async function readPackages(folder: string): Promise<Guide[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const texts = await Promise.all(
    names.sort().map(async (name) => [name, await readFile(join(folder, name, 'README.md'), 'utf8').catch(() => '')]),
  );
  return texts
    .filter(([, text]) => text)
    .map(([name, text]) => parseText(`${name}.md`, name!, withSiteLinks(withoutComments(text!), name!), `packages/${name}/README.md`));
}

function withSiteLinks(markdown: string, name: string): string {
  return markdown
    .replaceAll(`](${REPOSITORY}spec/guides/`, '](')
    .replaceAll(
      /\]\(https:\/\/(?:github\.com\/finauth-sdk\/finauth-sdk\/blob\/main\/packages\/([a-z-]+)\/README\.md|www\.npmjs\.com\/package\/@finauth-sdk\/([a-z-]+))/g,
      (_, repository?: string, npm?: string) => `](package:${repository ?? npm}`,
    )
    .replaceAll('](#', `](package:${name}#`)
    .replaceAll(/\]\((?!\w+:|\d+-)/g, `](${REPOSITORY}packages/${name}/`);
}
