import { join } from 'node:path';
import { embedSamples } from './embedSamples.ts';
import { documents, folders } from './folders.ts';
import { compare, isEmpty } from './files/outputs.ts';
import { reportDrift, reportRegeneration, summarize } from './report/reportRegeneration.ts';
import { SpecError } from './specError.ts';
import { keep, recall, stampOf } from './stamp.ts';

const usage = `Usage: npm run generate [-- --check | --force]

  Makes the generated code of the packages from spec/, tells what has changed since the last release, and writes the changeset for it.
  --check   writes nothing; fails where the code in the repo is not what the spec makes
  --force   does the whole work, and reports, even where nothing has changed since the last run`;

const SAVED_MEANWHILE = 'spec/ was saved while it was read: run this once more.';
const NOTHING = 'Nothing to do: the generated code is what the spec makes.';

/** The command: prints what there is to say, and resolves to the exit code. */
export async function run(root: string, args: string[], { print, complain }: Voice): Promise<number> {
  if (args.length > 1 || args.some((arg) => arg !== '--check' && arg !== '--force')) {
    complain(usage);
    return 2;
  }
  try {
    if (args[0] === '--check') return await check(root, { print, complain });
    print(await regenerateOnce(root, args[0] === '--force'));
    return 0;
  } catch (error) {
    complain(complaintOf(error).replaceAll(`${root}/`, ''));
    return 1;
  }
}

/** What to say of a failure. No stack: it names places of the generator, and the reader looks for one of the spec. */
export function complaintOf(error: unknown): string {
  if (error instanceof SpecError) return `The spec is invalid, and nothing was written.\n\n${error.message}`;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined && /^E[A-Z]+$/.test(code)) {
    return `A file could not be read or written, and what had been written was taken back.\n\n${message}\n\nSee to it that there is room, and that the file is yours; then run this again.`;
  }
  return `The generator failed, and nothing was written.\n\n${error instanceof Error ? error.message : String(error)}\n\nNo check has found what is wrong with the spec: that is a defect of tools/generate. Undo the last edit of spec/ in steps to find\nwhat it fails at. With FINAUTH_TRACE=1 it says where in the generator that is.${process.env['FINAUTH_TRACE'] ? `\n\n${(error as Error).stack}` : ''}`;
}

export interface Voice {
  print: (text: string) => void;
  complain: (text: string) => void;
}

/** All of it is done afresh, whatever the stamp says. */
async function check(root: string, { print, complain }: Voice): Promise<number> {
  const { generate } = await import('./generate.ts');
  const drift = await compare(
    root,
    [...folders, ...documents],
    new Map([...(await generate(join(root, 'spec'))), ...(await embedSamples(root))]),
  );
  if (isEmpty(drift)) {
    print('The generated code is what the spec makes.');
    return 0;
  }
  complain(
    `${reportDrift(drift)}\n\nThe generated code is not what the spec makes. If you edited it by hand, undo that and edit spec/ instead.\nThen run \`npm run generate\` and commit what it changes.`,
  );
  return 1;
}

async function regenerateOnce(root: string, force: boolean): Promise<string> {
  const watched = ['spec', '.changeset', ...folders, ...documents];
  const known = force ? undefined : await recall(root, await stampOf(root, watched));
  if (known !== undefined) return [NOTHING, known].filter((line) => line !== '').join(' ');
  // Loaded here, since loading what generates takes longer than finding that there is nothing to do.
  const { regenerate } = await import('./regenerate.ts');
  const read = await stampOf(root, ['spec']);
  const done = await regenerate(root);
  // That was written into the guides of spec/ too: the next run looks at all of it again.
  if (done.renamed.texts > 0) return reportRegeneration(done);
  const stamp = await stampOf(root, watched);
  // Last, so that what is saved from now on is not in the stamp. What was saved before is, and nothing may have been made of it.
  if ((await stampOf(root, ['spec'])) !== read) return `${reportRegeneration(done)}\n\n${SAVED_MEANWHILE}`;
  await keep(root, stamp, summarize(done));
  const nothing = isEmpty(done.drift) && (done.verdict?.changes.length ?? 0) === 0 && done.changesets.stale.length === 0;
  return nothing ? NOTHING : reportRegeneration(done);
}
