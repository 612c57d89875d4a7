import { signatureScheme } from '@finauth-sdk/client';
import { expect, it } from 'vitest';
import { digestOf, sameDigest } from './digestOf.ts';

const digest = digestOf('message', 'secret');

it('has the length of the scheme', () => {
  expect(digest).toHaveLength(signatureScheme.digestBytes);
});

it.each([
  ['the same bytes', digestOf('message', 'secret'), true],
  ['other bytes', digestOf('message', 'another secret'), false],
  ['a part of its bytes', digest.subarray(1), false],
  ['no bytes', Buffer.alloc(0), false],
])('is compared with %s', (_what, other, same) => {
  expect(sameDigest(digest, other)).toBe(same);
});
