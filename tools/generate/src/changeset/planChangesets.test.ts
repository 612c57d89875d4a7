import { expect, test } from 'vitest';
import { type Change, verdictOn } from '../verdict/change.ts';
import { parseChangeset } from './changesetFile.ts';
import { planChangesets } from './planChangesets.ts';

const change = (what: string, bump: Change['bump']): Change => ({ subject: 'code', kind: 'added', what, why: 'Because.', bump });
const added = change('The code A is new.', 'minor');
const gone = change('The code B is gone.', 'major');
const reworded = change('The code C is explained in other words.', 'patch');
const reach = () => ['one', 'two'];
const other = new Map([
  ['.changeset/config.json', '{}'],
  ['.changeset/by-hand.md', "---\n'one': minor\n---\n\nBy hand.\n"],
]);

const plan = (present: Map<string, string>, ...changes: Change[]) => planChangesets(present, verdictOn(changes), reach);
const textOf = ({ files, written }: ReturnType<typeof plan>) => files.get(written!)!;

test('writes one changeset for all changes, with the largest bump, and leaves the others alone', () => {
  const { files, written, stale } = plan(other, added, gone);
  expect([...files.keys()].sort()).toEqual([...other.keys(), written!].sort());
  expect(files.get('.changeset/by-hand.md')).toBe(other.get('.changeset/by-hand.md'));
  expect(stale).toEqual([]);
  expect(parseChangeset(files.get(written!)!)).toMatchObject({
    releases: { one: 'major', two: 'major' },
    words: 'The API has changed:\n\n- **Breaks:** The code B is gone. Because.\n- The code A is new.',
    origin: { isUntouched: true },
  });
});

test('writes the same name and the same bytes, in whatever order the changes come', () => {
  const one = plan(other, added, gone);
  const two = plan(one.files, gone, added);
  expect(two.files).toEqual(one.files);
  expect(two.written).toBe(one.written);
});

test('writes its own words anew when the facts have changed', () => {
  const before = plan(other, added);
  const { files, written } = plan(before.files, added, gone);
  expect(files.has(before.written!)).toBe(false);
  expect(parseChangeset(files.get(written!)!)!.releases).toEqual({ one: 'major', two: 'major' });
});

test('takes its own words back when there is nothing left to say', () => {
  expect(plan(plan(other, gone).files).files).toEqual(other);
});

test.each([
  ['words', (text: string) => text.replace('The code A is new.', 'A is new, and this is why you want it.')],
  ['bump', (text: string) => text.replaceAll('minor', 'patch')],
])('never writes over a maintainer’s %s, and speaks apart of what has come since', (_, edit) => {
  const before = plan(other, added);
  const mine = new Map(before.files).set(before.written!, edit(textOf(before)));
  expect(plan(mine, added)).toEqual({ files: mine, stale: [] });

  const after = plan(mine, added, gone);
  expect(after.files.get(before.written!)).toBe(mine.get(before.written!));
  expect(after.written).not.toBe(before.written);
  expect(textOf(after)).toContain('The code B is gone.');
  expect(textOf(after)).not.toContain('The code A is new.');
});

test('keeps a maintainer’s words about a change that was undone, and says so', () => {
  const before = plan(other, added);
  const mine = new Map(before.files).set(before.written!, `${textOf(before)}And more.\n`);
  expect(plan(mine)).toEqual({ files: mine, stale: [before.written] });
});

test.each(['.orig', '.txt', '~'])('leaves a copy of its words under another name alone, and takes it for nobody’s: %s', (ending) => {
  const before = plan(other, added);
  const copied = new Map(before.files).set(`${before.written!}${ending}`, textOf(before));
  expect(plan(copied, added)).toEqual({ files: copied, written: before.written, stale: [] });
  const reworded = new Map(other).set(`${before.written!}${ending}`, `${textOf(before)}And more.\n`);
  expect(plan(reworded, added).written).toBe(before.written);
});

test('takes a changeset that was only checked out with CRLF for untouched', () => {
  const before = plan(other, added, gone);
  const crlf = new Map(before.files).set(before.written!, textOf(before).replaceAll('\n', '\r\n'));
  expect(plan(crlf).files).toEqual(other);
});

test('speaks of mere words only where there is nothing else to say, and of what no package has, never', () => {
  expect(textOf(plan(other, reworded))).toContain("'one': patch\n'two': patch\n---\n\nThe code C is explained");
  expect(textOf(plan(other, reworded, added))).not.toContain('The code C');
  expect(plan(other, change('The code samples differ.', 'none')).files).toEqual(other);
});

test('leaves a file to the maintainer who has taken the first line out of it, and speaks of what it says no more', () => {
  const before = plan(other, added, gone);
  const [, line] = /^---\n(#.*\n)/.exec(textOf(before))!;
  const mine = new Map(before.files).set(before.written!, textOf(before).replace(line!, '').replace('The code A is new.', 'A is new.'));
  expect(plan(mine, added, gone)).toEqual({ files: mine, stale: [] });

  const after = plan(mine, added, gone, reworded);
  expect(after.files.get(before.written!)).toBe(mine.get(before.written!));
  expect(textOf(after)).toContain('The code C');
  expect(textOf(after)).not.toContain('The code A');
});

test('gives each package the bump of what its users meet', () => {
  const byCode = ({ what }: Change) => (what.includes('A') ? ['one'] : ['one', 'two']);
  const { files, written } = planChangesets(other, verdictOn([gone, change('The code C is new.', 'minor'), change('A', 'major')]), byCode);
  expect(parseChangeset(files.get(written!)!)!.releases).toEqual({ one: 'major', two: 'major' });
  const less = planChangesets(other, verdictOn([change('A', 'major'), change('The code C is new.', 'minor')]), byCode);
  expect(parseChangeset(less.files.get(less.written!)!)!.releases).toEqual({ one: 'major', two: 'minor' });
});
