import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { markdownTable } from '../../markdownTable.ts';

type Mistakes = Record<string, { title: string; remedy: string }>;

// What the command knows: the docs say the same as `finauth explain`.
const cli = dirname(createRequire(import.meta.url).resolve('@finauth-sdk/cli/package.json'));
const { mistakes } = (await import(pathToFileURL(join(cli, 'src/explain/mistakes.ts')).href)) as { mistakes: Mistakes };

/** By what is seen in public integrations. The others have no order that anybody knows. */
const MOST_FREQUENT = [
  'other-secret',
  'secret-white-space',
  'hex-digest',
  'milliseconds',
  'percent-encoded',
  'space-for-plus',
  'duration-for-expiry',
  'url-safe-alphabet',
  'line-breaks',
  'random-negative',
];

/** What can be wrong with a signature that is made by hand, the most frequent first. */
export function renderMistakes(): string {
  const ids = [...MOST_FREQUENT, ...Object.keys(mistakes).filter((id) => !MOST_FREQUENT.includes(id))];
  return markdownTable(
    ['Mistake', 'What to do'],
    ids.map((id) => [mistakes[id]!.title, mistakes[id]!.remedy.replaceAll(/[<>]/g, (mark) => `\\${mark}`)]),
  );
}
