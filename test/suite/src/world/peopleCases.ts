import { exampleAnswers } from '@finauth-sdk/client/examples';
import { equal, holds, thrownBy } from '../assert.ts';
import type { Case, Given } from '../suite.ts';

export function peopleCases({ signing, environment: { baseUrl, credentials, liveness } }: Given): Case[] {
  const { canonicalize, createFinAuth, digest, encodeSign, FinAuthApiError, FinAuthConnectionError, inspectSign, verifySign } = signing;

  return [
    {
      name: 'the stack of an error names who called',
      world: {
        seen: 'aws/aws-sdk-js-v3#1287: the stack of a failed call named only the SDK',
        right: 'the function that awaits the call is in the stack, which begins with the name and the message of the error',
      },
      async run() {
        const finauth = createFinAuth({ baseUrl, credentials, retry: false });
        async function mintForUser(): Promise<unknown> {
          return await finauth.getBizToken({ liveness_id: liveness['DENIED']! });
        }
        const error = await thrownBy(FinAuthApiError, mintForUser);
        holds(error.stack!.includes('mintForUser'), `the caller is in ${error.stack}`);
        // Safari's engine writes no first line, and no runtime that is supported is of it but Bun, which does.
        holds(error.stack!.startsWith(`FinAuthApiError: ${error.message}`), `it begins with the message: ${error.stack}`);
      },
    },
    {
      name: 'a test puts a stub in the place of a method',
      world: {
        seen: 'jestjs/jest#8656: spyOn cannot replace what is read-only; our client was frozen',
        right: 'assigned, defined, spread and behind a proxy, the stub is called',
      },
      async run() {
        const answer = { ...exampleAnswers.getBizToken, biz_token: 'stubbed' };
        const stub = async (): Promise<typeof answer> => answer;
        const make = (): ReturnType<typeof createFinAuth> => createFinAuth({ baseUrl, credentials });
        for (const finauth of [
          Object.assign(make(), { getBizToken: stub }),
          Object.defineProperty(make(), 'getBizToken', { value: stub }),
          { ...make(), getBizToken: stub },
          new Proxy(make(), { get: () => stub }),
        ])
          equal(await finauth.getBizToken({ liveness_id: 'scene' }), answer);
      },
    },
    {
      name: 'a lost connection whose cause is no Error says why',
      world: {
        seen: 'our own trial: an agent’s cause { status: 407 } became "could not be reached: unknown"',
        right: 'the message says what the error and its cause say',
      },
      async run() {
        const fetch = async (): Promise<Response> => {
          throw new Error('proxy authentication failed', { cause: { status: 407 } });
        };
        const finauth = createFinAuth({ baseUrl, credentials, fetch, retry: false });
        const { message } = await thrownBy(FinAuthConnectionError, () => finauth.getBizToken({ liveness_id: 'scene' }));
        holds(message.includes('proxy authentication failed: status 407'), message);
      },
    },
    {
      name: 'a random number that begins with a zero is signed as it is written',
      world: {
        seen: 'the worked example on the vendor’s own pages has d=0799687066',
        right: 'canonicalize keeps the zero, and inspectSign gives it back',
      },
      run() {
        const fields = { apiKey: 'key', expireTime: 1_800_000_100, currentTime: 1_800_000_000, random: '0799687066' };
        const raw = canonicalize(fields);
        equal(raw, 'a=key&b=1800000100&c=1800000000&d=0799687066');
        const sign = encodeSign(digest(raw, 'secret'), raw);
        equal(canonicalize(inspectSign(sign)), raw);
        equal(verifySign(sign, 'secret', { now: () => 1_800_000_050_000 }), { valid: true });
      },
    },
  ];
}
