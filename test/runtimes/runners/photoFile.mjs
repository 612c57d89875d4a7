// Sends a photo from a file that changes on disk, where there is a disk: on Node, Bun and Deno. The environment comes as JSON, and what was seen goes out as JSON.
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createFinAuth } from '@finauth-sdk/signing';

const { baseUrl, credentials, verifyIds } = JSON.parse(process.argv[2]);
const unhandled = [];
process.on('unhandledRejection', (error) => unhandled.push(String(error)));

const folder = await mkdtemp(join(tmpdir(), 'finauth-photo-'));
const path = join(folder, 'photo.jpg');
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const changes = {
  overwritten: () => writeFile(path, JPEG),
  cut: () => truncate(path, 1_000),
  removed: () => rm(path),
};

/** A photo of 300,000 bytes on disk, opened and not yet read, unless the runtime does that. */
async function openPhoto() {
  await writeFile(path, new Uint8Array(300_000).fill(0xa5));
  await writeFile(path, JPEG, { flag: 'r+' });
  return openAsBlob(path);
}

/** What becomes of a call with a photo. A signature serves once, so that one that is sent again is refused. */
async function outcomeOf(result, image_ref1, middleware = []) {
  const finauth = createFinAuth({ baseUrl, credentials, singleUse: true, retry: { retries: 2 }, jitter: () => 0, middleware });
  const call = finauth.verify({ biz_token: 'any', verify_id: verifyIds[result], comparison_type: '0', image_ref1 });
  const { code, attempts, issues } = await call.then(
    () => ({ code: 'none' }),
    (error) => error,
  );
  return { code, ...(attempts !== undefined && { attempts }), ...(issues !== undefined && { issues }) };
}

const between = {};
const before = {};
try {
  for (const [what, change] of Object.entries(changes)) {
    // A middleware is around all attempts, and within the reading of files.
    between[what] = await outcomeOf('INTERNAL_ERROR', await openPhoto(), [
      async (call, next) => {
        await change();
        return next(call);
      },
    ]);
    const photo = await openPhoto();
    await change();
    before[what] = await outcomeOf('ok', photo);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
// A rejection that nobody handles is told of in a later turn.
await new Promise((resolve) => setTimeout(resolve));
console.log(JSON.stringify({ between, before, unhandled }));
