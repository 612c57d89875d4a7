import type { Outputs } from '../files/outputs.ts';
import type { Verdict } from '../verdict/change.ts';
import { parseChangeset } from './changesetFile.ts';
import type { Reach } from './reach.ts';

/**
 * What to say where a change breaks users and not every package that it reaches has a major changeset; nothing where all is well. It makes no difference
 * that a package is still below 1.0: the promise of a version is kept from the first one.
 */
export function missingMajor({ changes }: Verdict, changesets: Outputs, reach: Reach): string | undefined {
  const breaking = changes.filter(({ bump }) => bump === 'major');
  if (breaking.length === 0) return undefined;
  const major = new Set(
    [...changesets].flatMap(([path, text]) => {
      const { releases = {} } = (path.endsWith('.md') && parseChangeset(text)) || {};
      return Object.entries(releases).flatMap(([name, bump]) => (bump === 'major' ? [name] : []));
    }),
  );
  const without = [...new Set(breaking.flatMap(reach))].sort().filter((name) => !major.has(name));
  if (without.length === 0) return undefined;
  return `The spec breaks users of the last release, and there is no major changeset for ${without.join(', ')}.

What breaks:
${breaking.map(({ what, why }) => `  - ${what} ${why}`).join('\n')}

Run \`npm run generate\`, which writes one, and put it in your own words. Or write a file .changeset/SOME-NAME.md yourself:

---
${without.map((name) => `'${name}': major\n`).join('')}---

${breaking.map(({ what }) => what).join(' ')}`;
}
