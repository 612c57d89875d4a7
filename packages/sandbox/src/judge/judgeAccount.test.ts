import { expect, it } from 'vitest';
import type { Call } from '../call.ts';
import { defaultSettings, type Settings } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { callOf } from '../testing/callOf.ts';
import { judgeAddress, judgeConcurrency, judgeKeyState, judgePermission, judgeQuota } from './judgeAccount.ts';
import type { Refusal, Why } from './ruling.ts';

const call = callOf({ address: '192.0.2.1' });

interface Row {
  what: string;
  judge: (given: Call, state: State) => Refusal | undefined;
  settings: Partial<Settings>;
  atWork?: number;
  why: Why;
}

const refused: Row[] = [
  {
    what: 'a disabled key',
    judge: judgeKeyState,
    settings: { keyState: 'disabled' },
    why: { message: expect.stringContaining('as disabled'), expected: 'an enabled key', got: 'a disabled one' },
  },
  {
    what: 'an address outside those allowed',
    judge: judgeAddress,
    settings: { allowedAddresses: ['192.0.2.2', '10.0.0.0/8'] },
    why: { message: expect.stringContaining('an address'), expected: '192.0.2.2, 10.0.0.0/8', got: '192.0.2.1' },
  },
  {
    what: 'any address, where none is allowed',
    judge: judgeAddress,
    settings: { allowedAddresses: [] },
    why: { message: expect.stringContaining('an address'), expected: 'no address at all', got: '192.0.2.1' },
  },
  {
    what: 'a test key without calls left',
    judge: judgeQuota,
    settings: { quota: 0 },
    why: { message: expect.stringContaining('used up'), expected: 'a call that is left', got: 'none' },
  },
  {
    what: 'a key without permission',
    judge: judgePermission,
    settings: { permitted: false },
    why: { message: expect.stringContaining('deny'), expected: 'a key with permission', got: 'one without' },
  },
  {
    what: 'one call more than may be in flight',
    judge: judgeConcurrency,
    settings: { maxConcurrent: 2 },
    atWork: 2,
    why: { message: expect.stringContaining('Too many calls'), expected: 'at most 2', got: '3' },
  },
];

it.each(refused)('refuses $what and says why', ({ judge, settings, atWork = 0, why }) => {
  expect(judge(call, { settings: { ...defaultSettings, ...settings }, atWork } as State)).toMatchObject({ verdict: 'refused', why });
});

it.each<[string, Row['judge'], Partial<Settings>]>([
  ['an enabled key', judgeKeyState, {}],
  ['any address, unless some are named', judgeAddress, {}],
  ['an address of those allowed', judgeAddress, { allowedAddresses: ['192.0.2.0/24'] }],
  ['a production key', judgeQuota, {}],
  ['a test key with a call left', judgeQuota, { quota: 1 }],
  ['a key with permission', judgePermission, {}],
  ['any number of calls, unless there is a limit', judgeConcurrency, {}],
  ['as many calls as may be in flight', judgeConcurrency, { maxConcurrent: 3 }],
])('accepts %s', (_what, judge, settings) => {
  expect(judge(call, { settings: { ...defaultSettings, ...settings }, atWork: 2 } as State)).toBeUndefined();
});
