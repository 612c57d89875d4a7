import { digests } from '../contract/digests.ts';
import type { Rewrite } from './rewriteTexts.ts';

// What shows users how to sign by hand, and what is measured beside the SDK. Code and tests of ours are not among it: they read the scheme from the generated code.
export const SIGNED_BY_HAND: readonly string[] = [
  '{README,SECURITY}.md',
  'packages/*/{README.md,package.json}',
  'spec/{guides,samples,workflows}/**/*',
  'tools/bench/src/{contenders,startup}/*',
];
// What shows how long a digest is: elsewhere, so many bytes may be those of something else.
const MEASURED = ['packages/cli/README.md'];
// What tells for how long a signature is good by default.
const TIMED = ['packages/*/README.md', 'packages/signing/src/**/*.ts', 'spec/guides/**/*.md'];

/** What the signature is made with, in words and in code that signs by hand. Nothing where that is as in the code that was generated before. */
export function signatureNames(before: string, after: string): Rewrite[] {
  const [old, fresh] = [readScheme(before), readScheme(after)];
  if (old === undefined || fresh === undefined) return [];
  return [
    rewrite(SIGNED_BY_HAND, namesOf(old), namesOf(fresh)),
    rewrite(MEASURED, lengthsOf(old), lengthsOf(fresh)),
    rewrite(TIMED, windowsOf(old), windowsOf(fresh)),
  ].filter(({ replacements }) => replacements.size > 0);
}

function rewrite(files: readonly string[], old: readonly string[], fresh: readonly string[]): Rewrite {
  const replacements = new Map(old.flatMap((name, index) => (name === fresh[index] ? [] : [[name, fresh[index]!] as const])));
  const names = [...replacements.keys()].map((name) => name.replaceAll(/\W/g, String.raw`\$&`)).join('|');
  return { files, pattern: new RegExp(String.raw`(?<![\w-])(?:${names})(?!\w)`, 'g'), replacements };
}

interface Scheme {
  readonly algorithm: string;
  readonly digest: string;
  readonly bytes: number;
  readonly hash: string;
  readonly windowSeconds: string;
}

/** The scheme of generated code. */
function readScheme(code: string): Scheme | undefined {
  const [, algorithm] = /^ {2}algorithm: '(.+)',$/m.exec(code) ?? [];
  const [, digest] = /^ {2}digest: '(.+)',$/m.exec(code) ?? [];
  const [, windowSeconds = ''] = /^ {2}defaultWindowSeconds: (\d+),$/m.exec(code) ?? [];
  const known = digests[digest ?? ''];
  return algorithm === undefined || digest === undefined || known === undefined
    ? undefined
    : { algorithm, digest, ...known, windowSeconds };
}

/** How a scheme is called: in a request, in words, by Node and by openssl. */
function namesOf({ algorithm, digest, hash }: Scheme): string[] {
  return [algorithm, digest, hash.replace('sha', 'SHA-'), `createHmac('${hash}'`, `dgst -${hash}`];
}

function lengthsOf({ bytes }: Scheme): string[] {
  return [`${bytes} bytes`, `${bytes} raw bytes`, `${2 * bytes} hex digits`];
}

function windowsOf({ windowSeconds }: Scheme): string[] {
  const words = ['valid for', 'Valid for'].map((start) => `${start} ${windowSeconds} seconds`);
  return [...words, `\`windowSeconds\` | ${windowSeconds}`, `a signature is good. Default: ${windowSeconds}`];
}
