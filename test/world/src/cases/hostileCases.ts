import { bombOfNothing, workOf } from '@finauth-sdk/test-faults/bombOfNothing';
import { createRig, input } from '@finauth-sdk/test-faults/createRig';
import { answers, goodAnswer, writes } from '@finauth-sdk/test-faults/faults';
import { answersOfManyChunks } from '@finauth-sdk/test-faults/manyChunks';
import { outcomeOf } from '@finauth-sdk/test-faults/settle';
import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { WorldCase } from '../worldCase.ts';

const json = JSON.stringify(goodAnswer);

export const hostileCases: readonly WorldCase[] = [
  {
    kind: 'an answer that is compressed three times, and unpacks to 20 GB of nothing',
    seen: 'a break-in tried on ourselves: a core was busy for minutes after the call had ended',
    right: 'an error at once, and no work after it',
    // Node's own fetch unpacks by itself.
    transports: ['undici', 'node'],
    async run() {
      const { finauth } = await createRig({ faults: [answers(200, bombOfNothing(), { 'content-encoding': 'gzip, gzip, gzip' })] });
      expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject({ ok: false, error: { name: 'FinAuthResponseError' } });
      expect(await workOf(300)).toBeLessThan(100);
    },
  },
  {
    kind: 'an answer in a million chunks of one byte',
    seen: 'a break-in tried on ourselves: 555 MB for one call on node, 275 MB on undici',
    right: 'memory is a small multiple of maxResponseBytes',
    async run() {
      const { grownByMiB, errors } = await answersOfManyChunks(1);
      expect(errors).toEqual([expect.stringContaining('maxResponseBytes')]);
      expect(grownByMiB).toBeLessThan(45);
    },
  },
  {
    kind: 'an answer that is not compressed in the way it says',
    seen: 'nodejs/undici and node-fetch make a failure of the network of it, so that each retry mints another token',
    right: 'a FinAuthResponseError with the status, after one attempt, on every transport',
    async run() {
      const broken = gzipSync(json);
      broken.writeUInt8(broken.readUInt8(broken.length - 8) ^ 0xff, broken.length - 8);
      for (const body of [json, broken]) {
        const { finauth, server } = await createRig({ faults: [answers(200, body, { 'content-encoding': 'gzip' })] });
        expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject({
          ok: false,
          error: { name: 'FinAuthResponseError', status: 200 },
        });
        expect(server.requests).toHaveLength(1);
      }
    },
  },
  {
    kind: 'a status that is none, or a length where there is no body',
    seen: 'a break-in tried on ourselves: another class of error on each transport',
    right: 'the same on every transport: a lost connection for the first, an answer for the second',
    async run() {
      const none = await createRig({ faults: [writes(`HTTP/1.1 000 Zero\r\nContent-Length: ${json.length}\r\n\r\n`, json)] });
      expect(await none.settle(none.finauth.getBizToken(input))).toMatchObject({ ok: false, error: { code: 'ERR_CONNECTION' } });
      const empty = await createRig({ faults: [writes('HTTP/1.1 204 No Content\r\nContent-Length: 10\r\n\r\n')] });
      expect(await empty.settle(empty.finauth.getBizToken(input))).toMatchObject({
        ok: false,
        error: { code: 'ERR_RESPONSE', status: 204 },
      });
    },
  },
];
