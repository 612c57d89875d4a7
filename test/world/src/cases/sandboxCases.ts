import { request } from 'node:http';
import { signatureScheme } from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, createSigner } from '@finauth-sdk/signing';
import { expect } from 'vitest';
import type { WorldCase } from '../worldCase.ts';

export const sandboxCases: readonly WorldCase[] = [
  {
    kind: 'a website points a name of its own at a server on the developer’s machine (DNS rebinding)',
    seen: 'Vite CVE-2025-24010, webpack-dev-server CVE-2025-30360, http-party/http-server#758, google/adk-js#744',
    right: 'the sandbox shows that site none of its calls, and says by which hosts it answers',
    // No call of the client's is in it.
    transports: ['fetch'],
    async run() {
      await using sandbox = await startSandbox();
      for (const path of ['/', '/_sandbox/events']) {
        const { status, text } = await ask(sandbox.url, path, { host: `evil.test:${new URL(sandbox.url).port}` });
        expect(status).toBe(403);
        expect(text).toContain('allowedHosts');
        expect(text).not.toContain(sandbox.credentials.apiSecret);
      }
    },
  },
  {
    kind: 'a form on a website posts to a server on the developer’s machine',
    seen: 'webpack-dev-server CVE-2025-30359, adk-js#557; our own trial, in which it used up the failure that a test had set',
    right: 'the post is neither judged nor recorded, and the next call gets the failure',
    transports: ['fetch'],
    async run() {
      await using sandbox = await startSandbox({ fail: { times: 1 } });
      const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
      let path = '';
      const recording = createFinAuth({
        baseUrl: sandbox.url,
        credentials: sandbox.credentials,
        retry: false,
        fetch: (url) => {
          path = new URL(String(url)).pathname;
          return Promise.resolve(Response.json({}));
        },
      });
      await recording.getBizToken({ liveness_id: 'scene' }).catch(() => {});
      const { sign, version } = signatureScheme.fields;
      const form = new FormData();
      form.set(sign, createSigner(sandbox.credentials).sign());
      form.set(version, signatureScheme.algorithm);
      form.set('liveness_id', 'scene');
      const answer = await fetch(sandbox.url + path, { method: 'POST', body: form, headers: { origin: 'http://evil.test' } });
      expect(answer.status).toBe(403);
      await answer.arrayBuffer();
      expect(sandbox.requests).toEqual([]);
      await expect(finauth.getBizToken({ liveness_id: 'scene' })).rejects.toMatchObject({ status: 500 });
      await finauth.getBizToken({ liveness_id: 'scene' });
    },
  },
];

/** A request as a browser would send it: fetch puts the Host right by itself. */
function ask(url: string, path: string, headers: Record<string, string>): Promise<{ status: number | undefined; text: string }> {
  return new Promise((done, fail) => {
    request(new URL(path, url), { headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => (text += String(chunk)));
      answer.on('end', () => done({ status: answer.statusCode, text }));
    })
      .on('error', fail)
      .end();
  });
}
