import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkedSpec } from '../checkedSpec.ts';
import { folders, root } from '../folders.ts';
import { readAll } from '../outputs.ts';
import { readReleased } from '../releasedSpec.ts';
import { verdictOn } from '../verdict/change.ts';
import { judgeSpec } from '../verdict/judgeSpec.ts';
import { affectedPackages } from './affectedPackages.ts';
import { missingMajor } from './missingMajor.ts';

test('each breaking change since the last release has a major changeset', async () => {
  const released = await readReleased(root);
  const verdict = released ? await judgeSpec(released, await checkedSpec(join(root, 'spec'))) : verdictOn([]);
  const missing = missingMajor(verdict, await readAll(root, ['.changeset']), await affectedPackages(root, folders));
  expect(missing, missing).toBeUndefined();
});
