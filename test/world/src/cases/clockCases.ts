import { inspectSign } from '@finauth-sdk/signing';
import { createRig, input } from '@finauth-sdk/test-faults/createRig';
import { answers, goodAnswer, refuses } from '@finauth-sdk/test-faults/faults';
import type { Fault } from '@finauth-sdk/test-faults/faultServer';
import { outcomeOf } from '@finauth-sdk/test-faults/settle';
import { expect } from 'vitest';
import type { WorldCase } from '../worldCase.ts';

const HOUR = 3_600_000;

/** FinAuth behind a proxy: refuses what is not signed for its own time, give or take 100 seconds, and has a Date that may be off. */
function behindProxy(date: (serverTime: number) => Record<string, string>, isStray = (): boolean => false): Fault {
  return (socket, request) => {
    const isFresh = Math.abs(inspectSign(request.sign!).currentTime * 1000 - request.arrivedAt) <= 100_000;
    const headers = date(request.arrivedAt);
    (isFresh && !isStray() ? answers(200, goodAnswer, headers) : refuses(403, 'AUTHORIZATION_ERROR: EXPIRED_SIGN', headers))(
      socket,
      request,
    );
  };
}

export const clockCases: readonly WorldCase[] = [
  {
    kind: 'a caching proxy has a Date that is an hour behind, and one good signature is refused with EXPIRED_SIGN',
    seen: 'our own trial; aws-sdk-js-v3 #2208 (RequestTimeTooSkewed with a right clock)',
    right: 'a correction after which a signature is still refused is taken back, and the call goes on without it',
    async run() {
      let strays = 1;
      const fault = behindProxy(
        (serverTime) => ({ date: new Date(serverTime - HOUR).toUTCString() }),
        () => strays-- > 0,
      );
      const { finauth, server } = await createRig({ faults: [fault] });
      for (let call = 0; call < 4; call++) expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject({ ok: true });
      expect(server.requests).toHaveLength(3 + 3);
    },
  },
  {
    kind: 'a cache has kept an answer for an hour, and its Date is as old',
    seen: 'RFC 9111, section 4.2.3',
    right: 'the Date is as old as its Age says, so no clock is corrected',
    async run() {
      const fault = behindProxy(
        (serverTime) => ({ date: new Date(serverTime - HOUR).toUTCString(), age: '3600' }),
        () => true,
      );
      const { finauth, server, events } = await createRig({ faults: [fault] });
      expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject({ ok: false, error: { detail: 'EXPIRED_SIGN', clockOffsetMs: 0 } });
      expect(server.requests).toHaveLength(1);
      expect(events.some(({ type }) => type === 'clockCorrected')).toBe(false);
    },
  },
  {
    kind: 'the local clock is an hour behind, and NTP sets it right while a correction is in force',
    seen: 'our own trial: from then on signatures were good for 3,700 s in place of 100',
    right: 'the next answer ends the correction, and the call after it is signed by the local clock',
    async run() {
      let localAheadMs = -HOUR;
      const fault = behindProxy((serverTime) => ({ date: new Date(serverTime).toUTCString() }));
      const { finauth, server, clock } = await createRig({ faults: [fault], now: () => clock.now() + localAheadMs });
      await finauth.getBizToken(input);
      localAheadMs = 0;
      await finauth.getBizToken(input);
      await finauth.getBizToken(input);
      expect(inspectSign(server.requests.at(-1)!.sign!).currentTime * 1000).toBe(clock.now());
    },
  },
];
