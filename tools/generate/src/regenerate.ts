import { join } from 'node:path';
import { affectedPackages } from './changeset/affectedPackages.ts';
import { planChangesets, type ChangesetPlan } from './changeset/planChangesets.ts';
import { checkedSpec } from './checkedSpec.ts';
import { embedSamples } from './embedSamples.ts';
import { documents, folders } from './folders.ts';
import { apply, readAll, type Drift } from './outputs.ts';
import { readReleased } from './releasedSpec.ts';
import type { Verdict } from './verdict/change.ts';
import { judgeSpec } from './verdict/judgeSpec.ts';

const CHANGESETS = '.changeset';

export interface Regeneration {
  /** The files that were written or removed, changesets among them. */
  drift: Drift;
  /** What has changed since the last release; nothing where there has been none. */
  verdict?: Verdict;
  changesets: Omit<ChangesetPlan, 'files'>;
}

/** Makes everything that follows from the spec, and judges what it means for users. Writes all of it or nothing. */
export async function regenerate(root: string): Promise<Regeneration> {
  // hey-api is large: it is loaded while Redocly, in processes of its own, reads the spec.
  const loading = import('./generate.ts');
  const contract = await checkedSpec(join(root, 'spec'));
  const { generateFrom } = await loading;
  const released = await readReleased(root);
  // Redocly's diff runs in a process of its own, beside the generation.
  const [outputs, verdict, packages] = await Promise.all([
    generateFrom(contract),
    released && judgeSpec(released, contract),
    affectedPackages(root, folders),
  ]);
  // Last, since people write these too: what they save while the rest is made is not to be written over.
  const [embedded, present] = await Promise.all([embedSamples(root), readAll(root, [CHANGESETS])]);
  const { files, ...changesets } = verdict ? planChangesets(present, verdict, packages) : { files: present, stale: [] };
  const drift = await apply(root, [...folders, ...documents, CHANGESETS], new Map([...outputs, ...embedded, ...files]));
  return { drift, ...(verdict && { verdict }), changesets };
}
