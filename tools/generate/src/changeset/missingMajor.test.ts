import { describe, expect, test } from 'vitest';
import { root } from '../folders.ts';
import { type Bump, type Change, verdictOn } from '../verdict/change.ts';
import { missingMajor } from './missingMajor.ts';
import { readReach } from './reach.ts';

const verdict = (bump: Bump) => verdictOn([{ subject: 'code', kind: 'removed', what: 'The code B is gone.', why: 'Because.', bump }]);
const file = (text: string) => new Map([['.changeset/some.md', text]]);

describe('a changeset for one and two', () => {
  test.each([
    { bump: 'minor', text: '', missing: undefined },
    { bump: 'major', text: '', missing: 'one, two' },
    { bump: 'major', text: "---\n'one': minor\n'two': minor\n---\n\nWords.\n", missing: 'one, two' },
    { bump: 'major', text: "---\n'one': major\n---\n\nWords.\n", missing: 'two' },
    { bump: 'major', text: '---\n\'one\': major\n"two": major\n---\n\nWords.\n', missing: undefined },
    { bump: 'major', text: '---\r\none: major\r\ntwo: major\r\n---\r\n\r\nWords.\r\n', missing: undefined },
    { bump: 'major', text: 'one: major, two: major\n', missing: 'one, two' },
  ] as const)('for a $bump change, $text lacks $missing', ({ bump, text, missing }) => {
    const message = missingMajor(verdict(bump), file(text), () => ['one', 'two']);
    if (missing === undefined) expect(message).toBeUndefined();
    else expect(message).toContain(`no major changeset for ${missing}.`);
  });
});

test.each(['some.txt', 'some.md.orig', 'some', 'md'])(
  'a file that is no changeset by its name says nothing, whatever it holds: %s',
  (name) => {
    const words = "---\n'one': major\n---\n\nWords.\n";
    expect(missingMajor(verdict('major'), new Map([[`.changeset/${name}`, words]]), () => ['one'])).toContain(
      'no major changeset for one.',
    );
    expect(missingMajor(verdict('major'), file(words), () => ['one'])).toBeUndefined();
  },
);

test('says which change it is, and what to write', () => {
  const message = missingMajor(verdict('major'), new Map(), () => ['one', 'two'])!;
  expect(message).toContain('- The code B is gone. Because.');
  expect(message).toContain("---\n'one': major\n'two': major\n---");
});

const sdk = ['@finauth-sdk/client', '@finauth-sdk/signing', '@finauth-sdk/validator'];

test.each<[string, Partial<Change>, string[]]>([
  ['a region, the command’s too, and not the sandbox, which has none', { subject: 'region' }, ['@finauth-sdk/cli', ...sdk]],
  ['the signature, all', { subject: 'signature' }, ['@finauth-sdk/cli', '@finauth-sdk/sandbox', ...sdk]],
  ['a code, all', { subject: 'code' }, ['@finauth-sdk/cli', '@finauth-sdk/sandbox', ...sdk]],
  ['a name, those who import it', { subject: 'name' }, sdk],
  [
    'a field of an operation that the command calls, all',
    { subject: 'field', operation: 'getBizToken' },
    ['@finauth-sdk/cli', '@finauth-sdk/sandbox', ...sdk],
  ],
  [
    'a field of one that it does not call, all but the command',
    { subject: 'field', operation: 'noSuch' },
    ['@finauth-sdk/sandbox', ...sdk],
  ],
])('a change reaches the users of %s', async (_, change, packages) => {
  const reach = await readReach(root);
  expect(reach({ kind: 'changed', what: '', why: '', bump: 'major', subject: 'code', ...change }).sort()).toEqual(packages.toSorted());
});
