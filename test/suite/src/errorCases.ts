import { equal, holds, thrownBy } from './assert.ts';
import type { Case, Given } from './suite.ts';

/** The error model without a server: the catalogue, the text of an error taken apart, the shape of our own errors. */
export function errorCases({ client: { errorCatalogue, servers }, signing }: Given): Case[] {
  const { createFinAuth, FinAuthConnectionError, FinAuthError, FinAuthInputError, FinAuthTimeoutError, parseError } = signing;

  const texts = Object.entries(errorCatalogue).flatMap(([code, entry]) => [
    [code, { code }] as const,
    ...Object.keys(entry.reasons ?? {}).map((reason) => [`${code}: ${reason}`, { code, detail: reason }] as const),
  ]);

  return [
    {
      name: 'every text of the catalogue is taken apart into code and reason, with a space after the colon or without',
      run() {
        for (const [text, parsed] of texts) {
          equal(parseError(text), parsed, text);
          equal(parseError(text.replace(': ', ':')), parsed, text);
        }
      },
    },
    {
      name: 'every entry of the catalogue has a meaning and a remedy',
      run() {
        for (const [code, entry] of Object.entries(errorCatalogue)) {
          for (const advice of [entry, ...Object.values(entry.reasons ?? {})])
            holds(advice.meaning !== '' && advice.remedy !== '', `${code} has both`);
        }
      },
    },
    {
      name: "every region's server is one of HTTPS",
      run() {
        for (const { url } of Object.values(servers)) equal(new URL(url).protocol, 'https:', url);
      },
    },
    {
      name: 'an error is of its class and of those above it, and JSON tells of it',
      async run() {
        const finauth = createFinAuth({ baseUrl: 'http://127.0.0.1:9', credentials: { apiKey: 'key', apiSecret: 'canary-secret' } });
        const error = await thrownBy(FinAuthInputError, () => finauth.getBizToken({ liveness_id: '' }));
        holds(error instanceof FinAuthError && error instanceof Error, 'it is a FinAuthError and an Error');
        equal(error.name, 'FinAuthInputError');
        const { code, retryable, attempts, message } = JSON.parse(JSON.stringify(error)) as Record<string, unknown>;
        equal({ code, retryable, attempts, message }, { code: 'ERR_INPUT', retryable: false, attempts: 0, message: error.message });
        holds(!JSON.stringify(error).includes('canary-secret'), 'no secret is in it');
        const timeout = new FinAuthTimeoutError('late');
        holds(timeout instanceof FinAuthConnectionError && timeout.retryable, 'a timeout is a connection error, and retryable');
      },
    },
  ];
}
