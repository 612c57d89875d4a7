import { join } from 'node:path';
import { checkChangesets } from './changeset/checkChangesets.ts';
import { planChangesets, type ChangesetPlan } from './changeset/planChangesets.ts';
import { readReach, type Reach } from './changeset/reach.ts';
import { checkedSpec } from './checkedSpec.ts';
import { embedSamples } from './embedSamples.ts';
import { CLIENT, documents, folders } from './folders.ts';
import { apply, readAll, type Drift, type Outputs } from './outputs.ts';
import { readReleased } from './releasedSpec.ts';
import { findRenames, type Renames } from './renames/findRenames.ts';
import { renameInTexts } from './renames/renameInTexts.ts';
import type { Verdict } from './verdict/change.ts';
import { judgeSpec } from './verdict/judgeSpec.ts';
import { checkUse } from './wrongSpec/checkUse.ts';
import { refuse } from './wrongSpec/refuse.ts';

const CHANGESETS = '.changeset';

export interface Regeneration {
  /** The fields that are called otherwise from now on, and in how many texts written by hand that was brought along. */
  renamed: { fields: Renames; texts: number };
  /** The files that were written or removed, changesets among them. */
  drift: Drift;
  /** What has changed since the last release; nothing where there has been none. */
  verdict?: Verdict;
  changesets: Omit<ChangesetPlan, 'files'>;
}

interface Made {
  outputs: Outputs;
  verdict: Verdict | undefined;
  reach: Reach;
  embedded: Outputs;
  present: Outputs;
}

/** Makes everything that follows from the spec, and judges what it means for users. Writes all of it or nothing. */
export async function regenerate(root: string): Promise<Regeneration> {
  const made = await work(root);
  const types = `${CLIENT}/types.gen.ts`;
  const fields = findRenames((await readAll(root, [types])).get(types) ?? '', made.outputs.get(types)!);
  if (fields.size === 0) return { ...(await write(root, made)), renamed: { fields, texts: 0 } };
  const renamed = await renameInTexts(root, fields);
  const before = await readAll(root, [...renamed.keys()]);
  const drift = await apply(root, [...renamed.keys()], renamed);
  try {
    // Guides and descriptions are other ones now, and with them the comments in the code.
    return { ...(await write(root, await work(root))), renamed: { fields, texts: drift.changed.length } };
  } catch (error) {
    await apply(root, [...before.keys()], before);
    throw error;
  }
}

async function write(root: string, { outputs, verdict, reach, embedded, present }: Made): Promise<Omit<Regeneration, 'renamed'>> {
  // Not before: what only has another name has been brought along by now.
  refuse(await checkUse(root, outputs));
  const { files, ...changesets } = verdict ? planChangesets(present, verdict, reach) : { files: present, stale: [] };
  const drift = await apply(root, [...folders, ...documents, CHANGESETS], new Map([...outputs, ...embedded, ...files]));
  return { drift, ...(verdict && { verdict }), changesets };
}

/** All that comes before anything is written. */
async function work(root: string): Promise<Made> {
  // hey-api is large: it is loaded while Redocly, in processes of its own, reads the spec.
  const loading = import('./generate.ts');
  // What stands beside the spec is looked at first: it takes no time.
  const [released, reach, waiting] = await Promise.all([readReleased(root), readReach(root), readAll(root, [CHANGESETS])]);
  refuse(checkChangesets(waiting));
  const contract = await checkedSpec(join(root, 'spec'));
  const { generateFrom } = await loading;
  const outputs = await generateFrom(contract);
  const verdict = released && judgeSpec(released, contract);
  // Last, since people write these too: what they save while the rest is made is not to be written over.
  const [embedded, present] = await Promise.all([embedSamples(root), readAll(root, [CHANGESETS])]);
  refuse(checkChangesets(present));
  return { outputs, verdict, reach, embedded, present };
}

/** The same, and nothing is written, nor said. */
export async function rehearse(root: string): Promise<void> {
  try {
    await work(root);
  } catch {
    // A spec that is not right is for the run to tell.
  }
}
