import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkedSpec } from '../spec/checkedSpec.ts';
import { root } from '../folders.ts';
import { readAll } from '../files/outputs.ts';
import { readReleased } from '../spec/releasedSpec.ts';
import { verdictOn } from '../verdict/change.ts';
import { judgeSpec } from '../verdict/judgeSpec.ts';
import { missingMajor } from './missingMajor.ts';
import { readReach } from './reach.ts';

test('each breaking change since the last release has a major changeset', async () => {
  const released = await readReleased(root);
  const verdict = released ? judgeSpec(released, await checkedSpec(join(root, 'spec'))) : verdictOn([]);
  const missing = missingMajor(verdict, await readAll(root, ['.changeset']), await readReach(root));
  expect(missing, missing).toBeUndefined();
});
