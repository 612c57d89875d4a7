import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What spec/guides/errors says of an error beyond the error model, by the error's name. Not every error has such a text. */
export type ErrorAdvice = ReadonlyMap<string, string>;

export async function readErrorAdvice(spec: string): Promise<ErrorAdvice> {
  const folder = join(spec, 'guides/errors');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md')).sort();
  const texts = files.map(
    async (file) => [file.slice(0, -'.md'.length), (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')] as const,
  );
  return new Map(await Promise.all(texts));
}
