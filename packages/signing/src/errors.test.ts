import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as here from './errors.ts';

const fields = {
  status: 403,
  code: 'AUTHENTICATION_ERROR',
  detail: undefined,
  requestId: 'r-1',
  timeUsed: 3,
  retryAfterMs: undefined,
  clockOffsetMs: undefined,
  assumedOffsetMs: 0,
  retry: 'never',
  remedy: 'Check.',
} as const;

const makers = {
  FinAuthError: (it: typeof here) => new it.FinAuthError('why', { code: 'ERR' }),
  FinAuthApiError: (it: typeof here) => new it.FinAuthApiError(fields),
  FinAuthResponseError: (it: typeof here) =>
    new it.FinAuthResponseError('why', { status: 502, excerpt: '', retryAfterMs: undefined, retry: 'later', remedy: 'Wait.' }),
  FinAuthConnectionError: (it: typeof here) => new it.FinAuthConnectionError('why', new Error('because')),
  FinAuthTimeoutError: (it: typeof here) => new it.FinAuthTimeoutError('why'),
  FinAuthInputError: (it: typeof here) => new it.FinAuthInputError('why', []),
  FinAuthConfigError: (it: typeof here) => new it.FinAuthConfigError('why'),
  FinAuthClosedError: (it: typeof here) => new it.FinAuthClosedError('why'),
};
type Name = keyof typeof makers;
const names = Object.keys(makers) as Name[];
/** What each is besides itself and an Error. */
const also: Partial<Record<Name, Name[]>> = { FinAuthError: [], FinAuthTimeoutError: ['FinAuthConnectionError', 'FinAuthError'] };

/** Another copy of the module, as a second version in node_modules or a bundle would be. */
let other: typeof here;
beforeAll(async () => {
  vi.resetModules();
  other = await import('./errors.ts');
  if (other.FinAuthError === here.FinAuthError) throw new Error('there is one copy only');
});

describe.each(names)('%s', (name) => {
  it('is what it is in another copy of the package too, and nothing else', () => {
    const is = [name, ...(also[name] ?? ['FinAuthError' as const])];
    for (const error of [makers[name](here), makers[name](other)])
      for (const copy of [here, other])
        expect(names.filter((kind) => error instanceof copy[kind]).toSorted(), error.name).toEqual(is.toSorted());
  });

  it('begins its stack with its name and message', () => {
    const error = makers[name](here);
    expect(error.stack?.startsWith(`${name}: ${error.message}\n`)).toBe(true);
    expect(error.stack).not.toMatch(/new FinAuth/);
    expect(error.toJSON()).toMatchObject({ name, code: error.code, callId: 0, attempts: 0, message: error.message });
  });

  it('shows no brand in JSON, in a copy or among its keys', () => {
    const error = makers[name](here);
    expect(Reflect.ownKeys({ ...error }).every((key) => typeof key === 'string')).toBe(true);
  });

  it('goes to a worker as an Error with message and stack, and whole as JSON', () => {
    const error = makers[name](here);
    const sent = structuredClone(error) as Error;
    expect(sent).toBeInstanceOf(Error);
    expect(sent).toMatchObject({ message: error.message, stack: error.stack });
    expect(structuredClone(error.toJSON())).toEqual(error.toJSON());
  });
});

it('a class of the user’s own is what it is by its prototype', () => {
  class Mine extends here.FinAuthApiError {}
  class MineToo extends Mine {}
  const mine = new MineToo(fields);
  for (const kind of [MineToo, Mine, here.FinAuthApiError, other.FinAuthApiError, here.FinAuthError, Error])
    expect(mine).toBeInstanceOf(kind);
  expect(new here.FinAuthApiError(fields)).not.toBeInstanceOf(Mine);
  expect(new other.FinAuthApiError(fields)).not.toBeInstanceOf(Mine);
  expect(new Mine(fields)).not.toBeInstanceOf(MineToo);
  expect(mine).not.toBeInstanceOf(here.FinAuthConfigError);
});

const revoked = Proxy.revocable({}, {});
revoked.revoke();
it.each<[string, unknown]>([
  ['undefined', undefined],
  ['null', null],
  ['a text', 'FinAuthError'],
  ['a number', 7],
  ['an Error', new Error('FinAuthError')],
  ['an object with its fields', { ...new here.FinAuthError('why', { code: 'ERR' }) }],
  ['a revoked proxy', revoked.proxy],
  ['something whose brand is inherited', Object.create(new here.FinAuthError('why', { code: 'ERR' }))],
])('%s is no FinAuthError', (_what, value) => {
  const copy: typeof here = { ...here };
  for (const name of names) expect(value instanceof copy[name]).toBe(false);
});
