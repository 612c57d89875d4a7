import { operationsOf } from '@finauth-sdk/generate/contract';
import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './published.ts';

// A fact of the API stands in spec/, and in what is generated from it. Where one stands by hand all the same, its files are listed here, with the reason.

const contract = await bundleSpec(join(root, 'spec'));
const { codes } = contract['x-error-model'];
const withUnderscore = (names: readonly string[]): string[] => names.filter((name) => name.includes('_'));

/** What to look for. A name of one word, such as `DENIED` or `uuid`, is also a word of English, and a small number means many things: they are left out. */
const facts = {
  address: [...operationsOf(contract).map(({ path }) => path), ...contract.servers.map(({ url }) => new URL(url).host)],
  limit: [...new Set(numbersAt(contract, 'x-maxBytes'))].filter((limit) => limit >= 10_000).map(grouped),
  region: contract.servers.map((server) => `'${server['x-region']}'`),
  code: withUnderscore([
    ...Object.entries(codes).flatMap(([code, { reasons = {} }]) => [code, ...Object.keys(reasons)]),
    ...Object.keys(contract['x-results'].results),
  ]),
  field: withUnderscore(fieldsIn(contract)),
};

type Reasons = Readonly<Record<string, string>>;

const byAUser = {
  '{packages,test,tools}/**/*.test{,-d}.ts':
    'as a user types it: the compiler holds it against the generated types, and the sandbox against the spec',
  'test/{faults,fleet,proxy,registry,runtimes,samples,suite,world}/**/*.{ts,mjs,cjs}': 'what tests share, as a user types it',
  'test/registry/consumers/**': 'programs of users, run against the sandbox',
  'test/regenerate/src/{edits,usage}/*.ts': 'an edit of the spec, which fails where it finds no place, and what a user writes after it',
  '{README,CONTRIBUTING,SECURITY,.github/**/*,packages/*/README}.md':
    'for readers: test/samples runs the code in it, and its codes are looked up below',
} as const satisfies Reasons;
const compiled =
  'the compiler knows it from the generated types; a spec that loses it is refused by name (tools/generate/src/wrongSpec/checkUse.ts)';
const byHand = 'what one writes without an SDK; tools/bench runs it';

/** By kind of fact: which files may have it by hand, and why. */
const reasons: Readonly<Record<keyof typeof facts, Reasons>> = {
  address: {
    'test/regenerate/src/{edits,usage}/*.ts': byAUser['test/regenerate/src/{edits,usage}/*.ts'],
    'tools/bench/src/{contenders,startup}/*': byHand,
    'tools/generate/src/**/*.test.ts': 'edits of the spec of these tests, which is another one',
  },
  // A limit that the spec has tomorrow may be equal to a number that is none.
  limit: {
    '{test,tools}/**': 'numbers of tests and of benchmarks',
    'packages/**/*.test.ts': 'numbers of tests',
    'packages/signing/src/request/send.ts': "the SDK's own limit of an answer",
  },
  // A region that the spec has tomorrow may be called as something else is there.
  region: {
    ...byAUser,
    'packages/signing/src/**/*.ts': compiled,
    '{test,tools}/**': 'texts of tests and of tools; those that mean a region are held by the compiler',
  },
  code: {
    ...byAUser,
    'packages/{cli,sandbox,server,signing}/src/**/*.ts': compiled,
    'tools/start/src/**/*.ts': compiled,
    'tools/docs/fixtures/**': 'a guide of a test, whose links are looked up',
    'tools/docs/src/errorEntries.ts': 'an example of a comment',
  },
  field: {
    ...byAUser,
    'packages/{cli,fleet,sandbox,server,signing}/src/**/*.ts': compiled,
    'packages/sandbox/src/page/*': 'words of the page, which test/browser reads',
    'packages/signing/examples/*': 'a recipe that test/faults runs',
    'tools/start/src/**/*.ts': compiled,
    'tools/bench/src/**': byHand,
    'tools/docs/{assets,src}/*': 'words of a page',
    'tools/mutation/{src/reasons.ts,results/*}': 'quotes lines of source code',
    'tools/release/src/*.ts': 'a program of a user, which the dry run runs',
    '{package.json,{packages,tools}/*/package.json,.github/ISSUE_TEMPLATE/*}': 'for readers',
  },
};

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter(
    (path) =>
      path !== '' &&
      !/^(?:\.changeset|spec|tools\/generate\/testSpec)\/|\/(?:generated|snapshots)\/|CHANGELOG|pnpm-lock|\.(?:png|ico)$/.test(path),
  )
  .flatMap((path) => {
    try {
      return [{ path, text: readFileSync(join(root, path), 'utf8') }];
    } catch {
      // Deleted, and not yet committed.
      return [];
    }
  });

const kinds = Object.keys(facts) as (keyof typeof facts)[];
/** The files that have facts of a kind. */
const having = Object.fromEntries(
  kinds.map((kind) => {
    const wanted = new RegExp(`(?<![\\w-])(?:${facts[kind].map((fact) => fact.replaceAll('.', '\\.')).join('|')})(?!\\w)`);
    return [kind, files.filter(({ text }) => wanted.test(text)).map(({ path }) => path)];
  }),
) as Record<keyof typeof facts, string[]>;

it.each(kinds)('each %s of the API is generated, or stands by hand where a reason is listed', (kind) => {
  const listed = Object.keys(reasons[kind]);
  expect(having[kind].filter((path) => !listed.some((glob) => matchesGlob(path, glob)))).toEqual([]);
});

// What else is written like a code of the API: variables of an environment, and codes of the SDK, of Node and of TLS.
const OTHERS =
  /^(?:ERR|UND_ERR|EAI|CERT|SELF_SIGNED|UNABLE_TO|FINAUTH|SANDBOX|DOCS_SITE|NODE|NEXT_PUBLIC|REDISCLI|NO_COLOR|(?:HTTPS?|ALL|NO)_PROXY)(?:_|$)/;

it('no README and no guide names a code that the API does not have', () => {
  const documents = globSync(['*.md', '.github/*.md', 'packages/*/README.md', 'spec/guides/**/*.md'], { cwd: root });
  const named = documents.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/`(?:[A-Z]+(?:_[A-Z]+)*: )?([A-Z]{2,}(?:_[A-Z]+)+)\b/g)].map(([, code]) => ({
      path,
      code: code!,
    })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ code }) => !facts.code.includes(code) && !OTHERS.test(code))).toEqual([]);
});

// A small number is too common to look for. What these texts tell, `npm run generate` brings along: see tools/generate/src/renames/signatureNames.ts.
it('each text that tells for how long a signature is good by default tells what the spec does', () => {
  const pattern = /\| `windowSeconds` \| (\d+) \||a signature is good\. Default: (\d+)|[Vv]alid for (\d+) seconds/g;
  const texts = globSync(['packages/*/README.md', 'packages/{signing,server}/src/**/*.ts', 'spec/guides/**/*.md'], { cwd: root });
  const found = texts.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(pattern)].map(([, ...groups]) => ({ path, tells: Number(groups.find(Boolean)) })),
  );
  expect(found).not.toEqual([]);
  expect(found.filter(({ tells }) => tells !== contract['x-signature'].defaultWindowSeconds)).toEqual([]);
});

it('there are facts of each kind to look for', () => {
  expect(Object.values(facts).every((each) => each.length > 0)).toBe(true);
});

/** As a program may write a number: `1234567` or `1_234_567`. */
function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, '_?');
}

function numbersAt(node: unknown, key: string): number[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, value]) => (name === key ? [value as number] : numbersAt(value, key)));
}

/** The names of all properties that a schema has. */
function fieldsIn(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === 'properties' ? Object.keys(value as object) : []),
    ...(/^(?:examples?|value)$/.test(name) ? [] : fieldsIn(value)),
  ]);
}
