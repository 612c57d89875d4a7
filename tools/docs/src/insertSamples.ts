import { SpecError } from '@finauth-sdk/generate/specError';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES: Record<string, string> = {
  ts: 'typescript',
  mts: 'typescript',
  js: 'javascript',
  sh: 'sh',
  py: 'python',
  java: 'java',
  kt: 'kotlin',
  swift: 'swift',
  go: 'go',
  php: 'php',
  json: 'json',
  yml: 'yaml',
  yaml: 'yaml',
};

const MARK = /^\s*(?:\/\/|#) ?#(region|endregion)\b\s*(\S*)/;

/** The text with each `<!-- sample: FILE -->` or `<!-- sample: FILE#region -->` replaced by that file of `spec/samples/`, or by the region of it. */
export function insertSamples(spec: string, file: string, markdown: string): string {
  return markdown
    .split('\n')
    .map((line, index) => {
      const [, name, region] = /^\s*<!-- sample: ([^\s#]+)(?:#(\S+))? -->\s*$/.exec(line) ?? [];
      if (!name) return line;
      const at = `spec/${file}:${index + 1}`;
      return `\`\`\`${LANGUAGES[name.split('.').at(-1)!] ?? ''}\n${regionOf(readSample(spec, name, at), name, region, at)}\n\`\`\``;
    })
    .join('\n');
}

function readSample(spec: string, name: string, at: string): string {
  try {
    return readFileSync(join(spec, 'samples', name), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    throw new SpecError(`${at}: there is no sample spec/samples/${name}.`);
  }
}

/** A sample without the marks of its regions, which are no part of what it shows. */
export function withoutMarks(source: string): string {
  return source
    .trimEnd()
    .split('\n')
    .filter((line) => !MARK.test(line))
    .join('\n');
}

function regionOf(source: string, name: string, region: string | undefined, at: string): string {
  if (!region) return withoutMarks(source);
  const lines = source.trimEnd().split('\n');
  const start = lines.findIndex((line) => MARK.exec(line)?.[1] === 'region' && MARK.exec(line)?.[2] === region);
  const length = lines.slice(start + 1).findIndex((line) => MARK.exec(line)?.[1] === 'endregion');
  if (start === -1 || length === -1)
    throw new SpecError(`${at}: spec/samples/${name} has no "#region ${region}" that ends with an "#endregion".`);
  return dedent(lines.slice(start + 1, start + 1 + length)).join('\n');
}

function dedent(lines: string[]): string[] {
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
}
