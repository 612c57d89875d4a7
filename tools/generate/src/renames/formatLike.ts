import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type FormatConfig } from 'oxfmt';
import { root } from '../folders.ts';

const { ignorePatterns: _none, ...config } = JSON.parse(readFileSync(join(root, '.oxfmtrc.json'), 'utf8')) as FormatConfig & {
  ignorePatterns?: string[];
};

/** The edited text, formatted if it was so before: names of another length break lines elsewhere. */
export async function formatLike(path: string, before: string, edited: string): Promise<string> {
  if (!/\.(?:[cm]?[jt]sx?|json)$/.test(path) || (await format(path, before, config)).code !== before) return edited;
  const { code, errors } = await format(path, edited, config);
  return errors.length > 0 ? edited : code;
}
