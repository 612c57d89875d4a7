import { join } from 'node:path';
import { checkChangesets } from './changeset/checkChangesets.ts';
import { planChangesets, type ChangesetPlan } from './changeset/planChangesets.ts';
import { readReach, type Reach } from './changeset/reach.ts';
import { checkedSpec } from './spec/checkedSpec.ts';
import { embedSamples } from './embedSamples.ts';
import { CLIENT, documents, folders, SANDBOX } from './folders.ts';
import { apply, readAll, type Drift, type Outputs } from './files/outputs.ts';
import { readReleased } from './spec/releasedSpec.ts';
import { addressNames } from './renames/addressNames.ts';
import { findRenames, type Renames } from './renames/findRenames.ts';
import { operationNames } from './renames/operationNames.ts';
import { type Rewrite, rewriteTexts } from './renames/rewriteTexts.ts';
import { SIGNED_BY_HAND, signatureNames } from './renames/signatureNames.ts';
import { words } from './renames/words.ts';
import type { Verdict } from './verdict/change.ts';
import { judgeSpec } from './verdict/judgeSpec.ts';
import { checkUse } from './wrongSpec/checkUse.ts';
import { refuse } from './wrongSpec/refuse.ts';

const CHANGESETS = '.changeset';

export interface Regeneration {
  /** The operations and fields that are called otherwise from now on, the paths and hosts, how calls are signed otherwise, and in how many texts written by hand that was brought along. */
  renamed: { operations: Renames; fields: Renames; addresses: Renames; signature: Renames; texts: number };
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
  // First, since guides that name an operation by its old name are refused.
  const { operations, names } = await operationNames(root);
  return rewritten(root, operations.size === 0 ? [] : [words(names)], async (texts) => {
    const made = await work(root);
    const { fields, addresses, signature, rewrites } = await renamesOf(root, made);
    return rewritten(root, rewrites, async (more) => ({
      // Guides and descriptions are other ones now, and with them the comments in the code.
      ...(await write(root, rewrites.length === 0 ? made : await work(root))),
      renamed: { operations, fields, addresses, signature, texts: new Set([...texts, ...more]).size },
    }));
  });
}

/** What is done once texts written by hand are rewritten; if that fails, they are as they were. */
async function rewritten<T>(root: string, rewrites: readonly Rewrite[], then: (texts: readonly string[]) => Promise<T>): Promise<T> {
  const texts = rewrites.length === 0 ? new Map<string, string>() : await rewriteTexts(root, rewrites);
  const paths = [...texts.keys()];
  const before = await readAll(root, paths);
  await apply(root, paths, texts);
  try {
    return await then(paths);
  } catch (error) {
    await apply(root, paths, before);
    throw error;
  }
}

/** What has another name than in the code that was generated before. */
async function renamesOf(
  root: string,
  { outputs }: Made,
): Promise<Omit<Regeneration['renamed'], 'operations' | 'texts'> & { rewrites: Rewrite[] }> {
  const [types, scheme] = [`${CLIENT}/types.gen.ts`, `${CLIENT}/signatureScheme.ts`];
  const [routes, servers] = [`${SANDBOX}/routes.ts`, `${CLIENT}/servers.ts`];
  const before = await readAll(root, [types, scheme, routes, servers]);
  const addressesIn = (files: Outputs) => ({ routes: files.get(routes) ?? '', servers: files.get(servers) ?? '' });
  const fields = findRenames(before.get(types) ?? '', outputs.get(types)!);
  const { addresses, rewrites } = addressNames(addressesIn(before), addressesIn(outputs));
  const signature = signatureNames(before.get(scheme) ?? '', outputs.get(scheme)!);
  return {
    fields,
    addresses,
    signature: signature.find(({ files }) => files === SIGNED_BY_HAND)?.replacements ?? new Map(),
    rewrites: [...(fields.size > 0 ? [words(fields)] : []), ...rewrites, ...signature],
  };
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
