import { describe, expect, test } from 'vitest';
import { folders, root } from '../folders.ts';
import { type Bump, verdictOn } from '../verdict/change.ts';
import { affectedPackages } from './affectedPackages.ts';
import { missingMajor } from './missingMajor.ts';

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
    const message = missingMajor(verdict(bump), file(text), ['one', 'two']);
    if (missing === undefined) expect(message).toBeUndefined();
    else expect(message).toContain(`no major changeset for ${missing}.`);
  });
});

test.each(['some.txt', 'some.md.orig', 'some', 'md'])(
  'a file that is no changeset by its name says nothing, whatever it holds: %s',
  (name) => {
    const words = "---\n'one': major\n---\n\nWords.\n";
    expect(missingMajor(verdict('major'), new Map([[`.changeset/${name}`, words]]), ['one'])).toContain('no major changeset for one.');
    expect(missingMajor(verdict('major'), file(words), ['one'])).toBeUndefined();
  },
);

test('says which change it is, and what to write', () => {
  const message = missingMajor(verdict('major'), new Map(), ['one', 'two'])!;
  expect(message).toContain('- The code B is gone. Because.');
  expect(message).toContain("---\n'one': major\n'two': major\n---");
});

test('the packages that a change of the spec reaches are the public ones that carry it', async () => {
  const packages = await affectedPackages(root, folders);
  expect(packages).toEqual(packages.toSorted());
  expect(packages).toEqual(expect.arrayContaining(['@finauth-sdk/client', '@finauth-sdk/signing', '@finauth-sdk/validator']));
});
