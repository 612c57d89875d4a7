import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotBeMade, type Edit } from './edit.ts';

const spec = join(import.meta.dirname, '../../../../spec');

/** The edits that can be made to the spec as it is, on top of each other. What a maintainer has made already, or what is about something that is gone, is no edit any longer, and no fault of the spec's. */
export async function stillToMake<E extends readonly [string, Edit]>(edits: readonly E[]): Promise<E[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-edits-'));
  const possible: E[] = [];
  try {
    for (const edit of edits) {
      await rm(join(scratch, 'tried'), { recursive: true, force: true });
      await cp(possible.length === 0 ? spec : join(scratch, 'made'), join(scratch, 'tried'), {
        recursive: true,
        filter: (path) => !path.includes('node_modules'),
      });
      if (!(await canBeMade(edit[1], join(scratch, 'tried')))) continue;
      possible.push(edit);
      await rm(join(scratch, 'made'), { recursive: true, force: true });
      await cp(join(scratch, 'tried'), join(scratch, 'made'), { recursive: true });
    }
    return possible;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function canBeMade(edit: Edit, folder: string): Promise<boolean> {
  try {
    await edit.apply(folder);
    return true;
  } catch (error) {
    if (!(error instanceof CannotBeMade)) throw error;
    console.log(`Left out: ${edit.what}, since ${error.message}.`);
    return false;
  }
}
