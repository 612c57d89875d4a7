import { join } from 'node:path';
import { checkedSpec } from './spec/checkedSpec.ts';
import { root } from './folders.ts';
import { isEmpty } from './files/outputs.ts';
import { writeReleased } from './spec/releasedSpec.ts';
import { complaintOf } from './run.ts';

// Run by the step of a release that uses up the changesets: what they say is then released, and the next change is judged against it.
try {
  const drift = await writeReleased(root, await checkedSpec(join(root, 'spec')));
  console.log(
    isEmpty(drift)
      ? 'The spec of the last release is the present one already.'
      : 'The present spec now counts as that of the last release.',
  );
} catch (error) {
  console.error(complaintOf(error));
  process.exitCode = 1;
}
