import { answers, refuses, succeeds } from '../faults.ts';
import type { Fault } from '../faultServer.ts';
import { at, failed, notTheApis, once, refused, success, type Row } from './row.ts';

const expired = (headers: Readonly<Record<string, string>> = {}): Fault => refuses(403, 'AUTHORIZATION_ERROR: EXPIRED_SIGN', headers);
const expiredSign = failed(403, 'AUTHORIZATION_ERROR', 'EXPIRED_SIGN');

/** Signatures whose time is over. */
export const clockRows: readonly Row[] = [
  { fault: 'EXPIRED_SIGN, the clocks agree', faults: expired(), sees: expiredSign, ...once },
  {
    fault: 'EXPIRED_SIGN, the clocks differ by seconds',
    faultsOf: ({ clock }) => [expired({ date: at(clock, 4) })],
    sees: expiredSign,
    ...once,
  },
  {
    fault: 'EXPIRED_SIGN, 10 minutes ahead, then well',
    faultsOf: ({ clock }) => [expired({ date: at(clock, 600) }), succeeds],
    sees: success,
    attempts: 2,
    takesMs: 0,
  },
  {
    fault: 'EXPIRED_SIGN, 10 minutes behind, then well',
    faultsOf: ({ clock }) => [expired({ date: at(clock, -600) }), succeeds],
    sees: success,
    attempts: 2,
    takesMs: 0,
  },
  {
    fault: 'EXPIRED_SIGN, 10 minutes ahead, whatever the signature',
    faultsOf: ({ clock }) => [expired({ date: at(clock, 600) })],
    sees: expiredSign,
    attempts: 3,
    takesMs: 0,
  },
  {
    fault: 'EXPIRED_SIGN, another time in each answer',
    faultsOf: ({ clock }) => [expired({ date: at(clock, 600) }), expired({ date: at(clock, -600) }), succeeds],
    sees: success,
    attempts: 3,
    takesMs: 0,
  },
  { fault: 'EXPIRED_SIGN without a Date', faults: expired({ date: '' }), sees: expiredSign, ...once },
  { fault: 'EXPIRED_SIGN with a Date of rubbish', faults: expired({ date: 'the day after' }), sees: expiredSign, ...once },
  { fault: 'EXPIRED_SIGN with a Date as ISO 8601', faults: expired({ date: '2020-01-01T00:00:00Z' }), sees: expiredSign, ...once },
  {
    fault: 'EXPIRED_SIGN with a Date that no month has',
    faults: expired({ date: 'Mon, 99 Jan 2020 00:00:00 GMT' }),
    sees: expiredSign,
    ...once,
  },
  // What no calendar and no clock has, Date.parse makes something of all the same.
  {
    fault: 'EXPIRED_SIGN with a Date of 31 February',
    faults: expired({ date: 'Sat, 31 Feb 2026 12:00:00 GMT' }),
    sees: expiredSign,
    ...once,
  },
  ...['24:00:61', '24:00:00'].map((time): Row => ({
    fault: `EXPIRED_SIGN with a Date at ${time}`,
    faults: expired({ date: `Thu, 15 Jan 2026 ${time} GMT` }),
    sees: expiredSign,
    ...once,
  })),
  {
    fault: 'EXPIRED_SIGN with a Date past what can be signed',
    faults: expired({ date: 'Fri, 01 Jan 9999 00:00:00 GMT' }),
    sees: expiredSign,
    ...once,
  },
  {
    fault: 'EXPIRED_SIGN with 400, 10 minutes ahead',
    faultsOf: ({ clock }) => [refuses(400, 'AUTHORIZATION_ERROR: EXPIRED_SIGN', { date: at(clock, 600) }), succeeds],
    sees: refused(400, 'AUTHORIZATION_ERROR', 'EXPIRED_SIGN'),
    ...once,
  },
  {
    fault: 'EXPIRED_SIGN said by a gateway',
    faultsOf: ({ clock }) => [answers(403, '<p>AUTHORIZATION_ERROR: EXPIRED_SIGN</p>', { date: at(clock, 600) })],
    sees: notTheApis(403),
    ...once,
  },
];
