// What a user gets once calls are signed by another algorithm: nothing of it is in anybody's code.
import { signatureScheme } from '@finauth-sdk/client';
import { exampleInputs } from '@finauth-sdk/client/examples';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, createSigner, digest, inspectSign, verifySign } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const schemes = { 'HMAC-SHA1': ['sha1', 20, 'sha256'], 'HMAC-SHA256': ['sha256', 32, 'sha1'] } as const;
const [hash, bytes, formerHash] = schemes[signatureScheme.digest];
assert.equal(signatureScheme.algorithm, `hmac_${hash}`);
const sandbox = await startSandbox();
const { credentials } = sandbox;
const hmac = (raw: string, secret: string) => createHmac(hash, secret).update(raw).digest();

// Each step of it, whatever the length of key and message.
for (const secret of ['s', 'x'.repeat(64), 'x'.repeat(65), 'é'.repeat(100)]) {
  for (const raw of ['', 'a', 'b'.repeat(200)]) assert.deepEqual(Buffer.from(digest(raw, secret)), hmac(raw, secret));
}
const sign = createSigner(credentials).sign();
const inspected = inspectSign(sign);
assert.equal(inspected.digest.length, bytes);
assert.deepEqual(Buffer.from(inspected.digest), hmac(inspected.raw, credentials.apiSecret));
assert.deepEqual(verifySign(sign, credentials.apiSecret), { valid: true });
assert.deepEqual(verifySign(sign, 'another'), { valid: false, reason: 'INVALID_SIGN' });
// The former one is no longer one.
const raw = Buffer.from(inspected.raw);
const former = Buffer.concat([createHmac(formerHash, credentials.apiSecret).update(raw).digest(), raw]).toString('base64');
assert.deepEqual(verifySign(former, credentials.apiSecret), { valid: false, reason: 'INVALID_SIGN' });

// The sandbox, which judges by its own means, agrees; and says what is wrong with the former.
await createFinAuth({ baseUrl: sandbox.url, credentials }).getBizToken(exampleInputs.getBizToken);
assert.equal(sandbox.requests.at(-1)!.fields['sign_version'], signatureScheme.algorithm);
const forger = createFinAuth({ baseUrl: sandbox.url, credentials: { ...credentials, apiSecret: 'another' } });
await assert.rejects(forger.getBizToken(exampleInputs.getBizToken), { detail: 'INVALID_SIGN' });
await sandbox.close();

// So do the command, and the digest for runtimes that have no crypto of Node's.
const cli = dirname(createRequire(import.meta.url).resolve('@finauth-sdk/cli/package.json'));
const env = { ...process.env, FINAUTH_API_KEY: credentials.apiKey, FINAUTH_API_SECRET: credentials.apiSecret };
const signed = execFileSync(process.execPath, [join(cli, 'dist/finauth.js'), 'sign', '--json'], { encoding: 'utf8', env });
const printed = JSON.parse(signed) as { raw: string; digestHex: string; sign: string };
assert.equal(printed.digestHex, hmac(printed.raw, credentials.apiSecret).toString('hex'));
const explained = execFileSync(process.execPath, [join(cli, 'dist/finauth.js'), 'explain'], { encoding: 'utf8', env, input: printed.sign });
assert.doesNotMatch(explained, new RegExp(`wrong-digest|${formerHash}`, 'i'));
const script = `const { createSigner, inspectSign } = await import('@finauth-sdk/signing');
const { digest, raw } = inspectSign(createSigner({ apiKey: 'key', apiSecret: 'secret' }, { dangerouslyAllowBrowser: true }).sign());
process.stdout.write(JSON.stringify([Buffer.from(digest).toString('hex'), raw]));`;
const portable = execFileSync(process.execPath, ['--conditions=deno', '--input-type=module', '--eval', script], {
  encoding: 'utf8',
  cwd: import.meta.dirname,
});
const [digestHex, portableRaw] = JSON.parse(portable) as [string, string];
assert.equal(digestHex, hmac(portableRaw, 'secret').toString('hex'));
