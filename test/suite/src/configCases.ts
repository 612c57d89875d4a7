import { holds, thrownBy } from './assert.ts';
import type { Case, Given } from './suite.ts';

const credentials = { apiKey: 'key', apiSecret: 'canary-secret' };

/** Options that cannot work are refused before anything is sent. */
export function configCases({ signing: { createFinAuth, createSigner, FinAuthConfigError } }: Given): Case[] {
  const refused = refusedOptions.map(([what, options, says]): Case => ({
    name: `createFinAuth refuses ${what}`,
    async run() {
      const { message } = await thrownBy(FinAuthConfigError, () => createFinAuth(options));
      holds(message.includes(says), `"${message}" says "${says}"`);
      holds(!message.includes('canary-secret'), 'no secret is in it');
    },
  }));
  const refusedWindows = [-1, 0, 1.5, Number.NaN].map((windowSeconds): Case => ({
    name: `createSigner refuses a window of ${windowSeconds} seconds`,
    async run() {
      const { message } = await thrownBy(FinAuthConfigError, () => createSigner(credentials, { windowSeconds }));
      holds(message.includes('windowSeconds'), `"${message}" names windowSeconds`);
    },
  }));
  return [...refused, ...refusedWindows];
}

const baseUrl = 'http://127.0.0.1:9';

const refusedOptions: readonly [what: string, options: object, says: string][] = [
  ['a region that is none', { credentials, region: 'nowhere' }, 'region'],
  ['an empty secret', { baseUrl, credentials: { apiKey: 'key', apiSecret: '' } }, 'apiSecret'],
  ['a key with "=" in it', { baseUrl, credentials: { ...credentials, apiKey: 'a=b' } }, 'apiKey'],
  ['plain HTTP to another machine', { credentials, baseUrl: 'http://api.example' }, 'allowInsecureHttp'],
  ['a base URL that is none', { credentials, baseUrl: 'api.example' }, 'baseUrl'],
  ['a base URL with a password', { credentials, baseUrl: 'https://user:password@api.example' }, 'baseUrl'],
  ['a timeout of nothing', { credentials, baseUrl, timeoutMs: 0 }, 'timeoutMs'],
  ['a timeout that no timer can keep', { credentials, baseUrl, timeoutMs: 2 ** 31 }, 'timeoutMs'],
  ['half a retry', { credentials, baseUrl, retry: { retries: 0.5 } }, 'retry.retries'],
  ['room for no call at all', { credentials, baseUrl, maxConcurrency: 0 }, 'maxConcurrency'],
];
