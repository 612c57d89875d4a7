import { join } from 'node:path';
import { documents } from './folders.ts';
import type { Outputs } from './files/outputs.ts';
import { SpecError } from './specError.ts';
import { readText } from './wrongSpec/readText.ts';
import { refuse } from './wrongSpec/refuse.ts';

/**
 * The documents with each block of code that follows a line `<!-- sample: FILE -->` made anew from that file of spec/samples. On GitHub and npm, where a README
 * is read, nobody would put the file in.
 */
export async function embedSamples(root: string): Promise<Outputs> {
  const read = await Promise.all(documents.map((path) => readText(join(root, path), path)));
  refuse(read.flatMap(({ problem }) => problem ?? []));
  const texts = read.map(({ text }) => text ?? '');
  return new Map(await Promise.all(documents.map(async (path, index) => [path, await embed(root, path, texts[index]!)] as const)));
}

const BLOCK = /^<!-- sample: (\S+) -->\n+```(\w*)\n[^]*?\n```$/gm;

async function embed(root: string, path: string, markdown: string): Promise<string> {
  const samples = new Map<string, string>();
  for (const { 1: file, index } of markdown.matchAll(BLOCK)) {
    const line = markdown.slice(0, index).split('\n').length;
    samples.set(file!, await readSample(root, `${path}:${line}:1`, file!));
  }
  return markdown.replaceAll(BLOCK, (_, file: string, language: string) => {
    return `<!-- sample: ${file} -->\n\n\`\`\`${language}\n${samples.get(file)!.trimEnd()}\n\`\`\``;
  });
}

async function readSample(root: string, place: string, file: string): Promise<string> {
  const { text, problem } = await readText(join(root, 'spec/samples', file), `spec/samples/${file}`);
  if (text !== undefined) return text.replaceAll('\r\n', '\n');
  if (problem.says.includes('UTF-8')) return refuse([problem]);
  throw new SpecError(`${place}\n  There is no sample spec/samples/${file}.\n  Correct the name, add the file, or take the block out.`);
}
