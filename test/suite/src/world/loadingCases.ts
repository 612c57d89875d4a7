import { equal, holds, thrownBy } from '../assert.ts';
import type { Case, Given } from '../suite.ts';

/** What keeps a project from loading the SDK, or from building with it. No variable of FinAuth's is set where these run. */
export function loadingCases({ signing, environment }: Given): Case[] {
  const { createFinAuth, FinAuthConfigError } = signing;
  const { baseUrl, credentials } = environment;
  const unsent = (): Promise<never> => Promise.reject(new Error('It was sent.'));
  return [
    {
      name: 'a client at the top of a module breaks no build that lacks the environment',
      world: {
        seen: 'stripe-node #2207, dubinc/dub #4495: next build fails, since the client at the top of a module throws',
        right:
          'nothing happens before a call; each call and check() reject with a FinAuthConfigError that names what is missing, and nothing is sent',
      },
      async run() {
        let calls = 0;
        const finauth = createFinAuth({ fetch: () => (calls++, unsent()) });
        for (const use of [() => finauth.getBizToken({ liveness_id: 'scene' }), () => finauth.check()]) {
          const { message, attempts } = await thrownBy(FinAuthConfigError, use);
          holds(message.includes('FINAUTH_'), `"${message}" names a variable`);
          equal(attempts, 0, 'the number of attempts');
        }
        equal(calls, 0, 'the number of requests');
      },
    },
    {
      name: 'what is wrong in the options is told at once, though the environment lacks the rest',
      world: {
        seen: 'stripe-node #2207: whether the key or the environment was wrong could not be told apart',
        right: 'createFinAuth throws for an option, and the first call for the environment',
      },
      async run() {
        await thrownBy(FinAuthConfigError, () => createFinAuth({ timeoutMs: 0 }));
        await thrownBy(FinAuthConfigError, () => createFinAuth({ credentials: { apiKey: '', apiSecret: '' } }));
        createFinAuth({ credentials });
        const { ok, checks } = await createFinAuth({ baseUrl, credentials }).check();
        holds(ok, `FinAuth is found: ${JSON.stringify(checks)}`);
      },
    },
  ];
}
