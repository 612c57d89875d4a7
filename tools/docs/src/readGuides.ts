import { SpecError } from '@finauth-sdk/generate/specError';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guide } from './guide.ts';

/** The guides of a spec, in the order of their numbers. There may be none. */
export async function readGuides(spec: string): Promise<Guide[]> {
  const folder = join(spec, 'guides');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md'));
  const guides = await Promise.all(files.map(async (file) => parseGuide(file, await readFile(join(folder, file), 'utf8'))));
  return guides.sort((one, other) => Number.parseInt(one.file, 10) - Number.parseInt(other.file, 10));
}

/** The pages of the errors that the SDK itself makes, by their codes. */
export async function readSdkErrors(spec: string): Promise<Guide[]> {
  const folder = join(spec, 'guides/sdk-errors');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) =>
      parseText(
        file,
        file.slice(0, -'.md'.length).toLowerCase(),
        await readFile(join(folder, file), 'utf8'),
        `spec/guides/sdk-errors/${file}`,
      ),
    ),
  );
}

function parseGuide(file: string, text: string): Guide {
  const slug = /^\d+-([a-z\d-]+)\.md$/.exec(file)?.[1];
  if (!slug) throw new SpecError(`spec/guides/${file}: name it N-words-with-hyphens.md, where the number N orders the guides.`);
  return parseText(file, slug, text, `spec/guides/${file}`);
}

/** A text with a title and a first paragraph, apart from comments, that tells what it is for. `at` is where it stands, for one that has not. */
export function parseText(file: string, slug: string, written: string, at: string): Guide {
  const text = written.replaceAll('\r\n', '\n');
  const [, title, summary] = /^# ([^\n]+)\n+(?:<!--[^]*?-->\s*)*(?!<!--)([^#\s][^]*?)(?:\n\s*\n|\s*$)/.exec(text) ?? [];
  if (!title || !summary) throw new SpecError(`${at}:1: begin with "# Title", an empty line, and a paragraph on what the guide is for.`);
  return { file, slug, title: title.trim(), summary: summary.replaceAll(/\s+/g, ' ').trim(), text };
}
