import { startSandbox } from '@finauth-sdk/sandbox';
import { describe, expect, it } from 'vitest';
import { environmentOf } from './environment.ts';
import { run, runnerPath } from './run.ts';
import { commands } from './runtimes.ts';

interface Seen {
  readonly code: string;
  readonly issues?: readonly { readonly field: string; readonly rule: string }[];
}

/** What was seen of each way in which a file changed. */
interface Report {
  readonly between: Readonly<Record<string, Seen & { readonly attempts: number }>>;
  readonly before: Readonly<Record<string, Seen>>;
  readonly unhandled: readonly string[];
}

type Bytes = number | 'refused';
const OPENED = 300_000;

/** How many bytes are sent of a file that has changed between its opening and the call. */
function sentOn(runtime: string): Readonly<Record<'overwritten' | 'cut' | 'removed', Bytes>> {
  // It reads the file when it opens it: denoland/deno#32316.
  if (runtime === 'Deno') return { overwritten: OPENED, cut: OPENED, removed: OPENED };
  // It opens the file when it reads it: oven-sh/bun#43109.
  if (runtime === 'Bun') return { overwritten: 4, cut: 1_000, removed: 'refused' };
  return { overwritten: 'refused', cut: 'refused', removed: 'refused' };
}

// On what has a command line, and so a disk.
describe.each(commands)('on $name, a photo from a file', ({ name, path, args = [] }) => {
  it('is sent whole and the same in all attempts, or is refused by the name of its field', async () => {
    await using sandbox = await startSandbox();
    const environment = JSON.stringify(environmentOf(sandbox));
    const { between, before, unhandled } = (await run(path, [...args, runnerPath('photoFile.mjs'), environment])) as Report;
    const bytes: number[] = [];
    for (const [way, sent] of Object.entries(sentOn(name))) {
      expect(between[way], way).toMatchObject({ code: 'INTERNAL_ERROR', attempts: 3 });
      bytes.push(OPENED, OPENED, OPENED);
      const refused = { code: 'ERR_INPUT', issues: [{ field: 'image_ref1', rule: 'readable' }] };
      expect(before[way], way).toMatchObject(sent === 'refused' ? refused : { code: 'none' });
      if (sent !== 'refused') bytes.push(sent);
    }
    expect(unhandled).toEqual([]);
    expect(sandbox.requests.map(({ fields }) => fields['image_ref1'])).toEqual(
      bytes.map((count) => `(personal data, ${count} bytes, not stored)`),
    );
  });
});
