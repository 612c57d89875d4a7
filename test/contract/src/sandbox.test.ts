import { type DocumentedError, errorCatalogue, type ErrorEntry, gatewayErrors } from '@finauth-sdk/client';
import { liveness, type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type FinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The errors of the operation that is called below. One loop over the catalogue: a code that is added to it is served and tested with no edit here.
const isOwn = ({ operations }: DocumentedError): boolean => operations.includes('getBizToken');
const errors = Object.entries<ErrorEntry>(errorCatalogue).flatMap(([code, entry]) => {
  const { status } = entry;
  // Behind a code stands the name of a field, or nothing.
  const detail: unknown = entry.detail === 'key' ? expect.stringMatching(/^[a-z]\w*$/) : undefined;
  if (entry.reasons === undefined)
    return isOwn(entry) ? [{ answer: code, expected: { code, status, detail }, advice: entry as DocumentedError }] : [];
  return Object.entries(entry.reasons)
    .filter(([, advice]) => isOwn(advice))
    .map(([reason, advice]) => ({ answer: reason, expected: { code, status, detail: reason as unknown }, advice }));
});
// One with a status that a code has for its own is that code's.
const statuses = Object.values<ErrorEntry>(errorCatalogue).map(({ status }) => String(status));
const gateways = Object.entries(gatewayErrors).flatMap(([status, entry]) => (isOwn(entry) && !statuses.includes(status) ? [status] : []));
const sceneOf = (answer: string): string => (liveness as Record<string, string>)[answer]!;

let sandbox: Sandbox;
let finauth: FinAuth;
beforeAll(async () => {
  sandbox = await startSandbox();
  finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
});
afterAll(() => sandbox.close());

describe('the sandbox, called through createFinAuth', () => {
  it('gives a token that can be looked up', async () => {
    const { biz_token } = await finauth.getBizToken({ liveness_id: liveness.ok });
    expect(sandbox.issued.get(biz_token)).toBeDefined();
  });

  it('refuses the request of a check, which mints nothing', async () => {
    const before = sandbox.issued.size;
    const report = await finauth.check();
    expect(report).toMatchObject({ ok: true });
    expect(report.checks.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'configuration passed',
      'name passed',
      'TLS skipped',
      'answer passed',
      'clock passed',
    ]);
    expect(sandbox.requests.at(-1)).toMatchObject({ verdict: 'refused', status: 400 });
    expect(sandbox.issued.size).toBe(before);
  });

  it.each(errors)('answers $answer to its test liveness_id', async ({ answer, expected, advice }) => {
    const error = await finauth.getBizToken({ liveness_id: sceneOf(answer) }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FinAuthApiError);
    expect(error).toMatchObject({ ...expected, remedy: advice.remedy, retry: advice.retry });
  });

  it.each(gateways)('answers as a gateway with %s', async (status) => {
    await expect(finauth.getBizToken({ liveness_id: sceneOf(status) })).rejects.toMatchObject({ status: Number(status) });
  });
});
