import { createFinAuth, FinAuthConfigError, type FinAuthError, type FinAuthOptions, type Middleware } from '@finauth-sdk/signing';
import { expect, it } from 'vitest';
import { createRig, input, type Rig, type RigOptions } from './createRig.ts';
import { answers, refuses, writesAndResets } from './faults.ts';

let rig: Rig;
const call = (): Promise<unknown> => rig.finauth.getBizToken(input);

const callers: Readonly<Record<string, () => Promise<unknown>>> = {
  awaits: async function mintForUser() {
    return await call();
  },
  'returns the promise to one who awaits': async function mintForUser() {
    const mint = async (): Promise<unknown> => call();
    return await mint();
  },
  'chains with then': async function mintForUser() {
    return await call().then((answer) => answer);
  },
  'chains with finally': async function mintForUser() {
    return await call().finally(() => {});
  },
  'waits for all': async function mintForUser() {
    return await Promise.all([call(), call()]);
  },
  'waits for the first': async function mintForUser() {
    return await Promise.any([call(), call()]).catch((error: AggregateError) => Promise.reject(error.errors[0]));
  },
  races: async function mintForUser() {
    return await Promise.race([call(), call()]);
  },
  'calls a method that was taken off the client': async function mintForUser() {
    const { getBizToken } = rig.finauth;
    return await getBizToken(input);
  },
};

const failures: Readonly<Record<string, [RigOptions, string]>> = {
  'an API error': [{ faults: [refuses(403, 'AUTHENTICATION_ERROR')] }, 'FinAuthApiError'],
  'an answer that is not the API’s': [{ faults: [answers(404, '<html>')] }, 'FinAuthResponseError'],
  'a lost connection': [{ faults: [writesAndResets('')], retry: false }, 'FinAuthConnectionError'],
  'a timeout': [{ faults: [() => {}], retry: false, timers: globalThis, timeoutMs: 1 }, 'FinAuthTimeoutError'],
  'a provider that fails': [
    {
      faults: [],
      credentials: async () => {
        await Promise.resolve();
        throw new Error('sealed');
      },
    },
    'FinAuthConfigError',
  ],
};

for (const [failure, [given, name]] of Object.entries(failures))
  it.each(Object.entries(callers))(`the stack of ${failure} names who %s`, async (_how, caller) => {
    rig = await createRig(given);
    const error = (await caller().catch((thrown: unknown) => thrown)) as FinAuthError;
    expect(error.name).toBe(name);
    expect(error.stack!.startsWith(`${name}: ${error.message}\n`)).toBe(true);
    expect(error.stack).toContain('mintForUser');
  });

it('the stack of refused input names who called, once', async () => {
  rig = await createRig({ faults: [] });
  async function mintForUser(): Promise<unknown> {
    return await rig.finauth.getBizToken({ liveness_id: '' });
  }
  const error = (await mintForUser().catch((thrown: unknown) => thrown)) as FinAuthError;
  expect(error.stack!.match(/mintForUser/g)).toHaveLength(1);
});

it.each<[string, RigOptions]>([
  ['hangs', { faults: [], credentials: () => new Promise(() => {}), timers: globalThis, timeoutMs: 1 }],
  ['fails', failures['a provider that fails']![0]],
])('the stack of a check names who made it, where the provider %s', async (_how, given) => {
  rig = await createRig(given);
  async function startServer(): Promise<void> {
    await rig.finauth.check();
  }
  const error = (await startServer().catch((thrown: unknown) => thrown)) as FinAuthError;
  expect(error.stack).toContain('startServer');
});

it('keeps where an error was made, and one that is thrown again and again does not grow', async () => {
  const made = (function whereItWasMade(): FinAuthConfigError {
    return new FinAuthConfigError('always the same');
  })();
  const { stack } = made;
  const middleware: Middleware[] = [async () => Promise.reject(made)];
  const finauth = createFinAuth({ region: 'sgp', credentials: { apiKey: 'k', apiSecret: 's' }, middleware } satisfies FinAuthOptions);
  async function mintForUser(): Promise<unknown> {
    return await finauth.getBizToken(input);
  }
  for (let time = 0; time < 3; time++) await expect(mintForUser()).rejects.toBe(made);
  expect(made.stack!.startsWith(stack!)).toBe(true);
  expect(made.stack).toContain('whereItWasMade');
  expect(made.stack!.match(/mintForUser/g)).toHaveLength(1);
});

it('leaves a frozen error, and what is none, as it is', async () => {
  for (const thrown of [Object.freeze(new FinAuthConfigError('frozen')), Object.freeze(new Error('mine')), 'a text', undefined]) {
    const finauth = createFinAuth({
      region: 'sgp',
      credentials: { apiKey: 'k', apiSecret: 's' },
      middleware: [
        () => {
          throw thrown;
        },
      ],
    });
    expect(await finauth.getBizToken(input).catch((error: unknown) => error)).toBe(thrown);
  }
});
