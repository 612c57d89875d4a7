import { errorCatalogue, errorPages, gatewayErrors, unlistedError } from '@finauth-sdk/client';
import { describe, expect, it } from 'vitest';
import { adviceFor, parseError, shownError } from './parseError.ts';

describe('parseError', () => {
  it.each([
    ['INTERNAL_ERROR', 'INTERNAL_ERROR', undefined],
    ['MISSING_ARGUMENTS: liveness_id', 'MISSING_ARGUMENTS', 'liveness_id'],
    ['AUTHORIZATION_ERROR:EXPIRED_SIGN', 'AUTHORIZATION_ERROR', 'EXPIRED_SIGN'],
    ['BAD_ARGUMENTS: a: b', 'BAD_ARGUMENTS', 'a: b'],
    ['NEW_CODE:', 'NEW_CODE', undefined],
    [' PADDED : detail ', 'PADDED', 'detail'],
    [' PADDED ', 'PADDED', undefined],
    [': detail', '', 'detail'],
  ])('%j', (error, code, detail) => {
    expect(parseError(error)).toEqual({ code, detail });
  });
});

describe('the advice for an error', () => {
  it.each([
    [
      'is that of its reason',
      'AUTHORIZATION_ERROR: EXPIRED_SIGN',
      403,
      errorCatalogue.AUTHORIZATION_ERROR.reasons!.EXPIRED_SIGN!,
      'expired_sign',
    ],
    [
      'is that of its code, for a reason nobody listed',
      'AUTHORIZATION_ERROR: NEW',
      403,
      errorCatalogue.AUTHORIZATION_ERROR,
      'authorization_error',
    ],
    ['is that of its code, under whatever status', 'INTERNAL_ERROR', 418, errorCatalogue.INTERNAL_ERROR, 'internal_error'],
    [
      'is never to ask again for a 400, whatever the code',
      'INTERNAL_ERROR',
      400,
      { ...errorCatalogue.INTERNAL_ERROR, retry: 'never' },
      'internal_error',
    ],
    ["is the gateway status's, for a code nobody listed", 'NEW', 503, gatewayErrors[503]!, 'unlisted'],
    ['is a general one, for a code and a status nobody listed', 'NEW', 418, unlistedError, 'unlisted'],
    ['is not taken from a prototype', 'constructor: toString', 418, unlistedError, 'unlisted'],
  ])('%s', (_what, error, status, { retry, remedy }, page) => {
    expect(adviceFor(parseError(error), status)).toEqual({ retry, remedy, docsUrl: `${errorPages}${page}/` });
  });
});

describe('of an error is shown as it is', () => {
  const show = (text: string): string => `(${text})`;
  it.each([
    ['a code', 'INTERNAL_ERROR', { code: 'INTERNAL_ERROR', detail: undefined }],
    ['a code and its reason', 'AUTHORIZATION_ERROR: EXPIRED_SIGN', { code: 'AUTHORIZATION_ERROR', detail: 'EXPIRED_SIGN' }],
    ['no code that nobody listed', 'NEW_CODE', { code: '(NEW_CODE)', detail: undefined }],
    ['no reason that nobody listed', 'AUTHORIZATION_ERROR: NEW', { code: 'AUTHORIZATION_ERROR', detail: '(NEW)' }],
    ['no words behind a code that has no reasons', 'INTERNAL_ERROR: words', { code: 'INTERNAL_ERROR', detail: '(words)' }],
    ['no reason without its code', 'EXPIRED_SIGN', { code: '(EXPIRED_SIGN)', detail: undefined }],
    ['no name that every object has', 'constructor', { code: '(constructor)', detail: undefined }],
  ])('%s', (_what, error, shown) => {
    expect(shownError(parseError(error), show)).toEqual(shown);
  });
});
