import { answers, refuses, succeeds } from '../faults.ts';
import { asHtml, BACKOFF_1, failed, gateway, notTheApis, once, refused, success, thrice, type Row } from './row.ts';

const usualId = '1531397037,c1223c5b-c2f6-4bb7-8cbb-8993497ddbe0';

/** Failures in FinAuth's own format. */
export const failureRows: readonly Row[] = [
  {
    fault: 'MISSING_ARGUMENTS',
    faults: refuses(400, 'MISSING_ARGUMENTS: liveness_id'),
    sees: refused(400, 'MISSING_ARGUMENTS', 'liveness_id'),
    ...once,
  },
  { fault: 'BAD_ARGUMENTS', faults: refuses(400, 'BAD_ARGUMENTS: uuid'), sees: refused(400, 'BAD_ARGUMENTS', 'uuid'), ...once },
  { fault: 'AUTHENTICATION_ERROR', faults: refuses(403, 'AUTHENTICATION_ERROR'), sees: refused(403, 'AUTHENTICATION_ERROR'), ...once },
  ...['API_KEY_BE_DISCONTINUED', 'IP_NOT_ALLOWED', 'LIMIT_REACHED', 'DENIED', 'INVALID_SIGN', 'MORE_RETRY_TIMES'].map((reason): Row => ({
    fault: `AUTHORIZATION_ERROR: ${reason}`,
    faults: refuses(403, `AUTHORIZATION_ERROR: ${reason}`),
    sees: refused(403, 'AUTHORIZATION_ERROR', reason),
    ...once,
  })),
  { fault: 'API_NOT_FOUND', faults: refuses(404, 'API_NOT_FOUND'), sees: refused(404, 'API_NOT_FOUND'), ...once },
  { fault: 'INTERNAL_ERROR', faults: refuses(500, 'INTERNAL_ERROR'), sees: failed(500, 'INTERNAL_ERROR'), ...thrice },
  {
    fault: 'INTERNAL_ERROR twice, then well',
    faults: [refuses(500, 'INTERNAL_ERROR'), refuses(500, 'INTERNAL_ERROR'), succeeds],
    sees: success,
    ...thrice,
  },
  {
    fault: 'INTERNAL_ERROR, then a refusal',
    faults: [refuses(500, 'INTERNAL_ERROR'), refuses(403, 'AUTHENTICATION_ERROR')],
    sees: refused(403, 'AUTHENTICATION_ERROR'),
    attempts: 2,
    takesMs: BACKOFF_1,
  },
  { fault: 'a failure as text/html', faults: refuses(500, 'INTERNAL_ERROR', asHtml), sees: failed(500, 'INTERNAL_ERROR'), ...thrice },
  {
    // What FinAuth's support asks for.
    fault: "a request_id in FinAuth's form",
    faults: answers(403, { request_id: usualId, time_used: 3, error: 'AUTHENTICATION_ERROR' }),
    sees: { ...refused(403, 'AUTHENTICATION_ERROR'), requestId: usualId },
    ...once,
  },
  {
    // It may be a digest, and is not the form that FinAuth documents.
    fault: 'a request_id of 64 characters',
    faults: answers(403, { request_id: '0123456789abcdef'.repeat(4), time_used: 3, error: 'AUTHENTICATION_ERROR' }),
    sees: { ...refused(403, 'AUTHENTICATION_ERROR'), requestId: '0123456789…' },
    ...once,
  },
  {
    fault: 'a failure with a time_used below 0',
    faults: answers(403, { request_id: usualId, time_used: -1, error: 'AUTHENTICATION_ERROR' }),
    sees: { ...refused(403, 'AUTHENTICATION_ERROR'), timeUsed: undefined },
    ...once,
  },
  {
    fault: 'a failure with nothing but error',
    faults: answers(400, { error: 'BAD_ARGUMENTS: uuid' }),
    sees: refused(400, 'BAD_ARGUMENTS', 'uuid'),
    ...once,
  },
  { fault: 'an unknown code', faults: refuses(400, 'FACE_NOT_FOUND: x'), sees: refused(400, 'FACE_NOT_FOUND', 'x'), ...once },
  { fault: 'an unknown code with 500', faults: refuses(500, 'FACE_INVALID'), sees: refused(500, 'FACE_INVALID'), ...once },
  // The code says nothing of what helps, but the status does.
  { fault: 'an unknown code with 503', faults: refuses(503, 'FACE_INVALID'), sees: failed(503, 'FACE_INVALID'), ...thrice },
  {
    fault: 'a code that every object has',
    faults: refuses(500, 'hasOwn: __proto__'),
    sees: refused(500, 'hasown', 'prot…'),
    ...once,
  },
  {
    fault: 'a reason that every object has',
    faults: refuses(403, 'AUTHORIZATION_ERROR: toString'),
    sees: refused(403, 'AUTHORIZATION_ERROR', 'tostring'),
    ...once,
  },
  // Not on 400, whatever the code; on another status that the code is not listed with, only where the status itself says that it can help.
  { fault: 'INTERNAL_ERROR with 400', faults: refuses(400, 'INTERNAL_ERROR'), sees: refused(400, 'INTERNAL_ERROR'), ...once },
  {
    fault: 'CONCURRENCY_LIMIT_EXCEEDED with 400 and Retry-After: 1',
    faults: refuses(400, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '1' }),
    sees: refused(400, 'CONCURRENCY_LIMIT_EXCEEDED'),
    ...once,
  },
  // The code says more than the status, but for a 400.
  { fault: 'INTERNAL_ERROR with 403', faults: refuses(403, 'INTERNAL_ERROR'), sees: failed(403, 'INTERNAL_ERROR'), ...thrice },
  { fault: 'INTERNAL_ERROR with 429', faults: refuses(429, 'INTERNAL_ERROR'), sees: failed(429, 'INTERNAL_ERROR'), ...thrice },
  { fault: 'INTERNAL_ERROR with 503', faults: refuses(503, 'INTERNAL_ERROR'), sees: failed(503, 'INTERNAL_ERROR'), ...thrice },
  {
    fault: 'CONCURRENCY_LIMIT_EXCEEDED with 500',
    faults: refuses(500, 'CONCURRENCY_LIMIT_EXCEEDED'),
    sees: failed(500, 'CONCURRENCY_LIMIT_EXCEEDED'),
    ...thrice,
  },
  { fault: 'BAD_ARGUMENTS with 500', faults: refuses(500, 'BAD_ARGUMENTS: uuid'), sees: refused(500, 'BAD_ARGUMENTS', 'uuid'), ...once },
  {
    fault: 'AUTHENTICATION_ERROR with 503',
    faults: refuses(503, 'AUTHENTICATION_ERROR'),
    sees: refused(503, 'AUTHENTICATION_ERROR'),
    ...once,
  },
  {
    fault: 'DENIED with 429',
    faults: refuses(429, 'AUTHORIZATION_ERROR: DENIED'),
    sees: refused(429, 'AUTHORIZATION_ERROR', 'DENIED'),
    ...once,
  },
  {
    fault: 'a code without the space after its colon',
    faults: refuses(400, 'MISSING_ARGUMENTS:liveness_id'),
    sees: refused(400, 'MISSING_ARGUMENTS', 'liveness_id'),
    ...once,
  },
  { fault: 'a code with spaces all around', faults: refuses(500, '  INTERNAL_ERROR  '), sees: failed(500, 'INTERNAL_ERROR'), ...thrice },
  {
    fault: 'a code with a colon and nothing after it',
    faults: refuses(500, 'INTERNAL_ERROR:'),
    sees: failed(500, 'INTERNAL_ERROR'),
    ...thrice,
  },
  {
    fault: 'a detail with a colon in it',
    faults: refuses(400, 'BAD_ARGUMENTS: a: b'),
    sees: refused(400, 'BAD_ARGUMENTS', 'a b'),
    ...once,
  },
  {
    fault: 'a reason never seen',
    faults: refuses(403, 'AUTHORIZATION_ERROR: REGION_MISMATCH'),
    sees: refused(403, 'AUTHORIZATION_ERROR', 'REGION_MISMATCH'),
    ...once,
  },
  { fault: 'an error that is a number', faults: refuses(500, 500), sees: notTheApis(500), ...once },
  { fault: 'an error that is an object', faults: refuses(500, { code: 'INTERNAL_ERROR' }), sees: notTheApis(500), ...once },
  { fault: 'an error that is null', faults: refuses(403, null), sees: notTheApis(403), ...once },
  { fault: 'an error that is empty', faults: refuses(403, ''), sees: notTheApis(403), ...once },
  { fault: 'an error that is an object, with 502', faults: refuses(502, {}), sees: gateway(502), ...thrice },
];
