import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dryRun } from './dryRun.ts';
import { showRound } from './showRound.ts';

const folder = await mkdtemp(join(tmpdir(), 'finauth-release-'));
try {
  console.log('Two releases in a row, from a clean clone to a registry of this machine’s own. It takes about half a minute.');
  const rounds = await dryRun(folder);
  for (const [index, round] of rounds.entries()) console.log(showRound(index + 1, round));
  console.log('Nothing was published outside of this machine.');
} finally {
  await rm(folder, { recursive: true, force: true });
}
