import { inspectSign } from '@finauth-sdk/signing';
import { answers, goodAnswer, repeatsTheRequest } from '../faults.ts';
import { json, notTheApis, once, signOf, type Row } from './row.ts';

/** Answers that have all the fields of a good one, and no token that a phone could use. */
export const tokenRows: readonly Row[] = [
  ...Object.entries({
    'half a surrogate pair': 'token-\ud800',
    'the other half': '\udc00-token',
    'a control character': 'token\u0007',
    'a line break': 'token\r\nset-cookie: a=b',
    'a zero byte': 'token\0',
    'a delete': 'token\u007f',
    'a C1 control character': 'token\u0085',
    '900 KB': 't'.repeat(900_000),
    '4097 bytes': 't'.repeat(4097),
    blanks: '   ',
    'a blank within': 'token 1',
    'a mark of direction': 'token\u202e1',
    'a letter of no width': 'token\u200b1',
    'a line separator': 'token\u2028',
    'a byte order mark': '\ufefftoken',
    'a soft hyphen': 'to\u00adken',
    'letters that are no ASCII': '1531397038,令牌 😀',
  }).map(([what, token]): Row => ({
    fault: `a biz_token of ${what}`,
    faults: answers(200, { ...goodAnswer, biz_token: token }),
    sees: { ...notTheApis(200), says: /at biz_token \(pattern\)\. / },
    ...once,
  })),
  {
    fault: 'a biz_token of 4096 bytes',
    faults: answers(200, { ...goodAnswer, biz_token: '~'.repeat(4096) }),
    sees: { success: { biz_token: '~'.repeat(4096) } },
    ...once,
  },
  ...[-1, -0.5, 1.5, 86_400_001, 1e300, 'soon', null].map((time_used): Row => ({
    fault: `time_used is ${JSON.stringify(time_used)}`,
    faults: answers(200, { ...goodAnswer, time_used }),
    sees: { ...notTheApis(200), says: /at time_used/ },
    ...once,
  })),
  {
    fault: 'the signature for a token',
    faults: repeatsTheRequest(200, (request) => JSON.stringify({ ...goodAnswer, biz_token: signOf(request) })),
    sees: { ...notTheApis(200), says: /repeats a secret/ },
    ...once,
  },
  {
    fault: 'the signature within a token',
    faults: repeatsTheRequest(200, (request) => JSON.stringify({ ...goodAnswer, biz_token: `token=${signOf(request)};` })),
    sees: { ...notTheApis(200), says: /repeats a secret/ },
    ...once,
  },
  {
    fault: 'half of the signature for a token',
    faults: repeatsTheRequest(200, (request) => JSON.stringify({ ...goodAnswer, biz_token: signOf(request).slice(0, 60) })),
    sees: { ...notTheApis(200), says: /repeats a secret/ },
    ...once,
  },
  {
    fault: 'the other half of the signature for a token',
    faults: repeatsTheRequest(200, (request) => JSON.stringify({ ...goodAnswer, biz_token: signOf(request).slice(-60) })),
    sees: { ...notTheApis(200), says: /repeats a secret/ },
    ...once,
  },
  {
    fault: 'the API key for a token',
    faults: repeatsTheRequest(200, (request) => JSON.stringify({ ...goodAnswer, biz_token: inspectSign(signOf(request)).apiKey })),
    sees: { ...notTheApis(200), says: /repeats a secret/ },
    ...once,
  },
  {
    fault: 'a token, and the API key beside it',
    faults: repeatsTheRequest(200, (request) => JSON.stringify({ ...goodAnswer, api_key: inspectSign(signOf(request)).apiKey })),
    sees: { success: { biz_token: goodAnswer.biz_token } },
    ...once,
  },
  {
    fault: 'a token, and the signature beside it',
    faults: repeatsTheRequest(200, (request) => JSON.stringify({ ...goodAnswer, sign: signOf(request) })),
    sees: { ...notTheApis(200), says: /repeats a secret/, saysNot: /biz-token-1/ },
    ...once,
  },
  {
    fault: 'a token without a request_id',
    faults: answers(200, { ...goodAnswer, request_id: undefined }),
    sees: { ...notTheApis(200), says: /at request_id \(required\)/, saysNot: /biz-token-1/ },
    ...once,
  },
  {
    fault: 'a token in JSON that is cut off',
    faults: answers(200, json.slice(0, -1)),
    sees: { ...notTheApis(200), says: /it is not JSON/, saysNot: /biz-token-1/ },
    ...once,
  },
  {
    fault: 'a token on a page',
    faults: answers(200, `<pre>${json}</pre>`),
    sees: { ...notTheApis(200), says: /it is HTML, and not JSON/, saysNot: /biz-token-1/ },
    ...once,
  },
  {
    // Only the signature, its digest and the credentials are secrets: this tells nobody anything.
    fault: 'a request_id with the time of the request',
    faults: repeatsTheRequest(200, (request) =>
      JSON.stringify({ ...goodAnswer, request_id: `${inspectSign(signOf(request)).currentTime},${'0'.repeat(8)}` }),
    ),
    sees: { success: { biz_token: goodAnswer.biz_token } },
    ...once,
  },
];
