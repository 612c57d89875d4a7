import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Edit, editedSpecs } from '../testing/editedSpecs.ts';
import { SHA256 } from '../testing/sha256.ts';
import { testSpec } from '../testing/testSpec.ts';
import type { Bump } from './change.ts';
import { judgeSpec } from './judgeSpec.ts';

interface Row {
  edit: string;
  /** What the released spec has beyond ours, for what ours has no case of. */
  given?: Edit[];
  edits: Edit[];
  bump: Bump;
  /** What the verdict says of it. Nothing where it is to say nothing. */
  says: string | undefined;
}

const REQUEST = 'components/schemas/GetBizTokenRequest.yaml';
const SUCCESS = 'components/schemas/GetBizTokenResponse.yaml';
const PATH = 'paths/get_biz_token.yaml';
const ERRORS = 'errors.yaml';
const ROOT = 'openapi.yaml';
const SIGNATURE = 'signature.yaml';
const FORBIDDEN = 'components/responses/Forbidden.yaml';
const VERIFY = 'paths/verify.yaml';
const VERIFY_REQUEST = 'components/schemas/VerifyRequest.yaml';
const VERIFY_FORBIDDEN = 'components/responses/VerifyForbidden.yaml';
const RESULTS = 'results.yaml';

const field = (name: string): Edit => [REQUEST, 'properties:\n', `properties:\n  ${name}:\n    type: string\n    description: New.\n`];
const required = (name: string): Edit => [REQUEST, 'required: [', `required: [${name}, `];
const answerField = (name: string): Edit => [
  SUCCESS,
  'properties:\n',
  `properties:\n  ${name}:\n    type: integer\n    description: New.\n`,
];
const inExamples = (name: string, value: string): Edit => [
  PATH,
  /^( +)sign_version: hmac_sha1\n/gm,
  `$1sign_version: hmac_sha1\n$1${name}: ${value}\n`,
];
const inAnswer = (name: string, value: string): Edit => [
  'components/responses/BizToken.yaml',
  /^( +)time_used: /m,
  `$1${name}: ${value}\n$1time_used: `,
];
const example = (name: string, error: string): Edit => [
  FORBIDDEN,
  '    examples:\n',
  `    examples:\n      ${name}:\n        summary: New\n        value:\n          error: "${error}"\n`,
];
const renamed = (from: string, to: string): Edit[] => [
  [ERRORS, `  ${from}:\n`, `  ${to}:\n`],
  [FORBIDDEN, new RegExp(`\\b${from}\\b`, 'g'), to],
  [VERIFY_FORBIDDEN, new RegExp(`\\b${from}\\b`, 'g'), to],
];
const code = (name: string, status = 403) =>
  `  ${name}:\n    status: ${status}\n    detail: none\n    retry: never\n    meaning: New.\n    remedy: Wait.\n`;
const gateway = '  "599":\n    retry: later\n    meaning: New.\n    remedy: Wait.\n';

/** A copy of the first operation, under an ID of its own. */
const operation = (id: string) => specText(PATH).replace(/operationId: \w+/, `operationId: ${id}`);

/** A second operation, whose refusals are its own. */
const second: Edit[] = [
  [ROOT, 'x-signature:\n', '  /finauth/v5/sdk/other:\n    $ref: paths/other.yaml\nx-signature:\n'],
  [
    'paths/other.yaml',
    '',
    operation('other').replace('/Forbidden.yaml', '/OtherForbidden.yaml').replace('/NotFound.yaml', '/OtherNotFound.yaml'),
  ],
  ['components/responses/OtherForbidden.yaml', '', specText(FORBIDDEN)],
  ['components/responses/OtherNotFound.yaml', '', specText('components/responses/NotFound.yaml')],
];
const moreIn = (response: string): Edit => [
  `components/responses/${response}.yaml`,
  '    examples:\n',
  '    examples:\n      MORE:\n        summary: More\n        value:\n          error: MORE\n',
];
const TOKEN = '{ biz_token: "1800000000,a", time_used: 21, request_id: "1800000000,b" }';

/** Everything that changes with another algorithm. */
const sha256: Edit[] = [
  [SIGNATURE, 'algorithm: hmac_sha1', 'algorithm: hmac_sha256'],
  [SIGNATURE, 'digest: HMAC-SHA1\ndigestBytes: 20', 'digest: HMAC-SHA256\ndigestBytes: 32'],
  [SIGNATURE, /digestHex: .*/, `digestHex: ${SHA256.digestHex}`],
  [SIGNATURE, /sign: q1l.*/, `sign: ${SHA256.sign}`],
  [REQUEST, 'const: hmac_sha1', 'const: hmac_sha256'],
  [PATH, /sign: q1l.*/g, `sign: ${SHA256.sign}`],
  [PATH, /sign_version: hmac_sha1/g, 'sign_version: hmac_sha256'],
  [VERIFY_REQUEST, 'const: hmac_sha1', 'const: hmac_sha256'],
  [VERIFY, /sign: q1l.*/g, `sign: ${SHA256.sign}`],
  [VERIFY, /sign_version: hmac_sha1/g, 'sign_version: hmac_sha256'],
];

/** A schema that a request and the answer to it share, and one within it. */
const BOX = 'components/schemas/Box.yaml';
const MARK = 'components/schemas/Mark.yaml';
const shared: Edit[] = [
  [
    BOX,
    '',
    'type: object\ndescription: A box.\nrequired: [width]\nproperties:\n  width: { type: integer, description: Its width. }\n  mark: { $ref: Mark.yaml }\n',
  ],
  [MARK, '', 'type: string\ndescription: A mark.\nx-maxBytes: 100\nmaxLength: 50\n'],
  [REQUEST, 'properties:\n', 'properties:\n  box: { $ref: Box.yaml }\n'],
  [SUCCESS, 'properties:\n', 'properties:\n  box: { $ref: Box.yaml }\n'],
];

/** An edit of a field, as one that a caller sends and as one that a caller gets. */
function both(edit: string, was: string, is: string, sent: Bump, got: Bump, says: string | undefined): Row[] {
  const described = (schema: string) => `  extra:\n    description: More.\n${schema}`;
  return (
    [
      ['sent', REQUEST, sent],
      ['got', SUCCESS, got],
    ] as const
  ).map(([way, file, bump]) => ({
    edit: `${edit}, ${way},`,
    given: [[file, 'properties:\n', `properties:\n${described(was)}`]],
    edits: [[file, described(was), described(is)]],
    bump,
    says: bump === 'none' ? undefined : says,
  }));
}

function tree(rule: string): Edit[] {
  return [
    [
      'components/schemas/Tree.yaml',
      '',
      `type: object\ndescription: A tree.\nproperties:\n  children:\n    type: array\n    description: Its branches.\n${rule}    items: { $ref: Tree.yaml }\n`,
    ],
    [SUCCESS, 'properties:\n', 'properties:\n  tree: { $ref: Tree.yaml }\n'],
  ];
}

const rows: Row[] = [
  { edit: 'nothing', edits: [], bump: 'none', says: undefined },
  { edit: 'a comment', edits: [[ROOT, 'info:\n', '# A remark.\ninfo:\n']], bump: 'none', says: undefined },
  {
    edit: 'keys in another order',
    edits: [[PATH, /^ {2}operationId: getBizToken\n {2}tags: \[Token\]\n/m, '  tags: [Token]\n  operationId: getBizToken\n']],
    bump: 'none',
    says: undefined,
  },

  {
    edit: 'a description',
    edits: [[REQUEST, 'One request for a biz_token', 'A request for a biz_token']],
    bump: 'patch',
    says: 'GetBizTokenRequest differ',
  },
  {
    edit: 'a summary',
    edits: [[PATH, 'summary: Get a biz_token', 'summary: Mint a biz_token']],
    bump: 'patch',
    says: 'getBizToken differ',
  },
  {
    edit: 'a remedy',
    edits: [[ERRORS, 'remedy: Ask again. ', 'remedy: Ask once more. ']],
    bump: 'patch',
    says: 'INTERNAL_ERROR is explained in other words',
  },
  { edit: 'a step of the signature', edits: [[SIGNATURE, 'Digest it', 'Make the digest']], bump: 'patch', says: 'signature is explained' },
  {
    edit: 'the name of a region',
    edits: [[ROOT, 'description: Singapore', 'description: In Singapore']],
    bump: 'patch',
    says: 'sgp is described',
  },
  { edit: 'an example', edits: [[PATH, 'user-0042', 'user-0043']], bump: 'patch', says: 'examples' },
  {
    edit: 'other words in an example of an answer',
    edits: [[FORBIDDEN, 'summary: The key is disabled', 'summary: The key has been disabled']],
    bump: 'patch',
    says: 'other examples',
  },
  {
    edit: 'another example of an answer, which is a test ID',
    edits: [example('DENIED_TOO', 'AUTHORIZATION_ERROR: DENIED')],
    bump: 'minor',
    says: 'The test ID DENIED_TOO of getBizToken is new.',
  },
  {
    edit: 'another name of an example that is a test ID',
    edits: [[FORBIDDEN, 'UNLISTED_REASON:', 'ANOTHER_REASON:']],
    bump: 'major',
    says: 'The test ID UNLISTED_REASON of getBizToken is gone.',
  },
  {
    edit: 'another name of an example that is asked for by its reason',
    edits: [[FORBIDDEN, '      DENIED:\n', '      NO_PERMISSION:\n']],
    bump: 'patch',
    says: 'other examples',
  },
  {
    edit: 'a second kind of success',
    edits: [
      [
        'components/responses/BizToken.yaml',
        '    examples:\n',
        `    examples:\n      first:\n        summary: First\n        value: ${TOKEN}\n`,
      ],
    ],
    bump: 'minor',
    says: 'The test ID success of getBizToken is new.',
  },
  {
    edit: 'a code that one of two operations loses',
    given: [...second, moreIn('OtherNotFound'), [ERRORS, 'codes:\n', `codes:\n${code('MORE', 404)}`], moreIn('NotFound')],
    edits: [['components/responses/OtherNotFound.yaml', /^ +MORE:\n.*\n.*\n.*\n/m, '']],
    bump: 'major',
    says: "it is gone from ErrorCodeOf<'other'>",
  },
  {
    edit: 'a code that another operation gets too',
    given: [...second, [ERRORS, 'codes:\n', `codes:\n${code('MORE', 404)}`], moreIn('NotFound')],
    edits: [moreIn('OtherNotFound')],
    bump: 'minor',
    says: 'other has the error code MORE too.',
  },
  {
    edit: 'a reason that one of two operations loses',
    given: [...second],
    edits: [['components/responses/OtherForbidden.yaml', /^ {6}IP_NOT_ALLOWED:\n(?: {8}.*\n)+/m, '']],
    bump: 'major',
    says: 'other no longer has the reason IP_NOT_ALLOWED.',
  },
  {
    edit: 'a limit of the size of an answer',
    edits: [['components/responses/BizToken.yaml', 'content:\n', 'x-maxBytes: 4000000\ncontent:\n']],
    bump: 'minor',
    says: 'at most 4000000 bytes are read, before the usual 1048576 bytes',
  },
  {
    edit: 'a lower limit of the size of an answer',
    given: [['components/responses/BizToken.yaml', 'content:\n', 'x-maxBytes: 4000000\ncontent:\n']],
    edits: [['components/responses/BizToken.yaml', 'x-maxBytes: 4000000', 'x-maxBytes: 3000000']],
    bump: 'major',
    says: 'at most 3000000 bytes are read, before at most 4000000 bytes',
  },
  {
    edit: 'a limit of the size of an answer below the usual one',
    edits: [['components/responses/BizToken.yaml', 'content:\n', 'x-maxBytes: 20000\ncontent:\n']],
    bump: 'major',
    says: 'An answer that used to be read may be refused as too long.',
  },
  {
    edit: 'a field that takes a token',
    edits: [[REQUEST, '  uuid:\n', '  uuid:\n    x-takesToken: { from: getBizToken, neverIssued: BAD_ARGUMENTS }\n']],
    bump: 'minor',
    says: 'The sandbox judges by it the token that a call gives.',
  },

  { edit: 'an optional field of a request', edits: [field('note')], bump: 'minor', says: 'GetBizTokenRequest.note is new.' },
  {
    edit: 'a required field of a request',
    edits: [field('note'), required('note'), inExamples('note', 'hello')],
    bump: 'major',
    says: 'GetBizTokenRequest.note is new and required.',
  },
  {
    edit: 'a field of a request that comes to be required',
    edits: [required('uuid'), [PATH, /^( +)liveness_id: example-scene\n(?! +uuid)/gm, '$1liveness_id: example-scene\n$1uuid: user-1\n']],
    bump: 'major',
    says: 'uuid is required, before it was not',
  },
  {
    edit: 'a field of a request that is no longer required',
    edits: [[REQUEST, ', liveness_id]', ']']],
    bump: 'minor',
    says: 'liveness_id may be left out',
  },
  {
    edit: 'a field of a request that is gone',
    edits: [
      [REQUEST, / {2}uuid:\n( {4}.*\n?)+/, ''],
      [PATH, / +uuid: .*\n/g, ''],
    ],
    bump: 'major',
    says: 'uuid is gone',
  },
  {
    edit: 'a type',
    edits: [
      [REQUEST, '  liveness_id:\n    type: string\n    minLength: 1', '  liveness_id:\n    type: integer'],
      [PATH, /liveness_id: example-scene/g, 'liveness_id: 7'],
    ],
    bump: 'major',
    says: 'type "integer"',
  },
  {
    edit: 'a longer least length',
    edits: [[REQUEST, '  liveness_id:\n    type: string\n    minLength: 1', '  liveness_id:\n    type: string\n    minLength: 3']],
    bump: 'major',
    says: 'minLength 3',
  },
  { edit: 'a lower limit of bytes', edits: [[REQUEST, /x-maxBytes: \d+/, 'x-maxBytes: 32']], bump: 'major', says: 'at most 32 bytes' },
  { edit: 'a higher limit of bytes', edits: [[REQUEST, /x-maxBytes: \d+/, 'x-maxBytes: 1024']], bump: 'minor', says: 'at most 1024 bytes' },
  { edit: 'a limit of bytes that is gone', edits: [[REQUEST, / +x-maxBytes: \d+\n/, '']], bump: 'minor', says: 'any length' },
  {
    edit: 'a limit of bytes where there was none',
    edits: [[REQUEST, '  liveness_id:\n    type: string\n', '  liveness_id:\n    type: string\n    x-maxBytes: 64\n']],
    bump: 'major',
    says: 'at most 64 bytes',
  },

  { edit: 'an optional field of an answer', edits: [answerField('score')], bump: 'minor', says: 'GetBizTokenResponse.score is new.' },
  {
    edit: 'a required field of an answer',
    edits: [answerField('score'), [SUCCESS, 'required: [', 'required: [score, '], inAnswer('score', '7')],
    bump: 'minor',
    says: 'GetBizTokenResponse.score is new and required.',
  },
  {
    edit: 'a field of an answer that may be missing',
    edits: [[SUCCESS, 'required: [request_id, ', 'required: [']],
    bump: 'major',
    says: 'request_id may be left out',
  },
  {
    edit: 'a field of an answer that is gone',
    edits: [
      [SUCCESS, / {2}time_used:\n( {4}.*\n?)+/, ''],
      [SUCCESS, 'time_used, ', ''],
      ['components/responses/BizToken.yaml', / +time_used: .*\n/, ''],
    ],
    bump: 'major',
    says: 'GetBizTokenResponse.time_used is gone',
  },
  {
    edit: 'an answer that may be null',
    edits: [[SUCCESS, /time_used:\n {4}type: integer/, "time_used:\n    type: [integer, 'null']"]],
    bump: 'major',
    says: 'GetBizTokenResponse.time_used has type',
  },
  {
    edit: 'another lifetime of a token',
    edits: [[SUCCESS, /x-lifetimeSeconds: \d+/, 'x-lifetimeSeconds: 600']],
    bump: 'minor',
    says: 'x-lifetimeSeconds 600',
  },

  // Redocly tells of a shared schema at its first place alone, the request. Each of these harms nobody there, or nobody elsewhere.
  {
    edit: 'a shared field that may be missing',
    given: shared,
    edits: [[BOX, 'required: [width]\n', '']],
    bump: 'major',
    says: 'Box.width may be left out, before it was required. A program that relies on it',
  },
  {
    edit: 'a shared field that comes to be required',
    given: shared,
    edits: [[BOX, 'required: [width]', 'required: [width, mark]']],
    bump: 'major',
    says: 'Box.mark is required, before it was not. A call without it',
  },
  {
    edit: 'a shared optional field',
    given: shared,
    edits: [[BOX, 'properties:\n', 'properties:\n  depth: { type: integer, description: Its depth. }\n']],
    bump: 'minor',
    says: 'Box.depth is new. It may be left out. Whoever does not know it passes over it.',
  },
  {
    edit: 'a lower limit of bytes that a request and an answer share',
    given: shared,
    edits: [[MARK, 'x-maxBytes: 100', 'x-maxBytes: 32']],
    bump: 'major',
    says: 'The type Mark may have at most 32 bytes, before at most 100 bytes. A longer value',
  },
  {
    edit: 'a lower limit of bytes that an answer and a later request share',
    given: [
      [MARK, '', 'type: string\ndescription: A mark.\nx-maxBytes: 100\n'],
      [SUCCESS, 'properties:\n', 'properties:\n  mark: { $ref: Mark.yaml }\n'],
      [ROOT, 'x-signature:\n', '  /finauth/v5/sdk/later:\n    $ref: paths/later.yaml\nx-signature:\n'],
      ['paths/later.yaml', '', operation('later').replace('GetBizTokenRequest', 'LaterRequest')],
      [
        'components/schemas/LaterRequest.yaml',
        '',
        specText(REQUEST).replace('properties:\n', 'properties:\n  mark: { $ref: Mark.yaml }\n'),
      ],
    ],
    edits: [[MARK, 'x-maxBytes: 100', 'x-maxBytes: 32']],
    bump: 'major',
    says: 'The type Mark may have at most 32 bytes, before at most 100 bytes. A longer value',
  },
  {
    edit: 'a higher limit of bytes that a request and an answer share',
    given: shared,
    edits: [[MARK, 'x-maxBytes: 100', 'x-maxBytes: 200']],
    bump: 'major',
    says: 'The type Mark may have at most 200 bytes, before at most 100 bytes. A program that has room',
  },
  {
    edit: 'another rule that a request and an answer share',
    given: shared,
    edits: [[MARK, 'maxLength: 50', 'maxLength: 60']],
    bump: 'major',
    says: 'The type Mark has maxLength 60, before maxLength 50.',
  },
  {
    edit: 'a field of an answer that is shared with no request',
    given: [
      [BOX, '', 'type: object\ndescription: A box.\nproperties:\n  width: { type: integer, description: Its width. }\n'],
      [SUCCESS, 'properties:\n', 'properties:\n  box: { $ref: Box.yaml }\n'],
    ],
    edits: [[BOX, 'properties:\n', 'required: [width]\nproperties:\n']],
    bump: 'minor',
    says: 'Box.width is required',
  },

  {
    edit: 'a code',
    edits: [[ERRORS, 'codes:\n', `codes:\n${code('BRAND_NEW')}`], example('BRAND_NEW', 'BRAND_NEW')],
    bump: 'minor',
    says: 'BRAND_NEW is new; it is not tried again',
  },
  {
    edit: 'a code by another name',
    edits: renamed('AUTHENTICATION_ERROR', 'AUTHENTICATION_FAILED'),
    bump: 'major',
    says: 'AUTHENTICATION_ERROR is gone',
  },
  {
    edit: 'a code under another status',
    edits: [
      [ERRORS, /(API_NOT_FOUND:\n {4}status: )404/, '$1400'],
      [
        'components/responses/BadRequest.yaml',
        '    examples:\n',
        '    examples:\n      API_NOT_FOUND:\n        summary: Moved\n        value:\n          error: API_NOT_FOUND\n',
      ],
      ['components/responses/NotFound.yaml', 'error: API_NOT_FOUND', 'error: OTHER_NOT_FOUND'],
      [ERRORS, 'codes:\n', `codes:\n${code('OTHER_NOT_FOUND', 404)}`],
    ],
    bump: 'major',
    says: 'API_NOT_FOUND comes with status 400, before with 404',
  },
  {
    edit: 'a code with one status more',
    edits: [[ERRORS, /(INTERNAL_ERROR:\n {4}status: 500\n)/, '$1    alsoStatus:\n      - status: 503\n']],
    bump: 'minor',
    says: 'INTERNAL_ERROR comes with status 500 or 503',
  },
  {
    edit: 'a code with one status less',
    edits: [
      [ERRORS, / {4}alsoStatus:\n {6}- status: 429\n {8}x-source: integrations\n/, ''],
      [
        'components/responses/TooManyRequests.yaml',
        / {4}examples:\n[\s\S]*$/,
        '    examples:\n      SLOWER:\n        summary: Slower\n        value:\n          error: SLOWER\n',
      ],
      [ERRORS, 'codes:\n', `codes:\n${code('SLOWER', 429)}`],
    ],
    bump: 'major',
    says: 'by its status 429 no longer does',
  },
  {
    edit: 'a detail that is another',
    edits: [[ERRORS, /(BAD_ARGUMENTS:\n {4}status: 400\n {4}detail: )key/, '$1none']],
    bump: 'major',
    says: 'BAD_ARGUMENTS is nothing, before the name of a field',
  },
  {
    edit: 'a code that is no longer tried again',
    edits: [[ERRORS, /(INTERNAL_ERROR:(\n {4}.*){2}\n {4}retry: )later/, '$1never']],
    bump: 'major',
    says: 'INTERNAL_ERROR is not tried again; before, it was tried again after a pause',
  },
  {
    edit: 'a code that is tried again from now on',
    edits: [[ERRORS, /(API_NOT_FOUND:(\n {4}.*){2}\n {4}retry: )never/, '$1later']],
    bump: 'minor',
    says: 'API_NOT_FOUND is tried again after a pause',
  },
  {
    edit: 'a reason',
    edits: [
      [ERRORS, '    reasons:\n', '    reasons:\n      BRAND_NEW:\n        retry: later\n        meaning: New.\n        remedy: Wait.\n'],
      example('BRAND_NEW', 'AUTHORIZATION_ERROR: BRAND_NEW'),
    ],
    bump: 'minor',
    says: 'The reason BRAND_NEW of AUTHORIZATION_ERROR is new',
  },
  {
    edit: 'a reason by another name',
    edits: renamed('IP_NOT_ALLOWED', 'HOST_NOT_ALLOWED'),
    bump: 'major',
    says: 'The reason IP_NOT_ALLOWED of AUTHORIZATION_ERROR is gone',
  },
  {
    edit: 'a reason that is no longer signed anew',
    edits: [[ERRORS, 'retry: fresh_signature', 'retry: never']],
    bump: 'major',
    says: 'EXPIRED_SIGN of AUTHORIZATION_ERROR is not tried again',
  },
  {
    edit: 'a reason that is tried again after a pause, and no longer signed anew',
    edits: [[ERRORS, 'retry: fresh_signature', 'retry: later']],
    bump: 'major',
    says: 'is tried again after a pause; before, it was tried again at once, signed anew. The SDK no longer sets its clock right',
  },
  {
    edit: 'a code that is signed anew, and no longer tried again after a pause',
    edits: [[ERRORS, /(INTERNAL_ERROR:(\n {4}.*){2}\n {4}retry: )later/, '$1fresh_signature']],
    bump: 'major',
    says: 'INTERNAL_ERROR is tried again at once, signed anew; before, it was tried again after a pause. The SDK asks again once',
  },
  {
    edit: 'a code that is signed anew from now on',
    edits: [[ERRORS, /(API_NOT_FOUND:(\n {4}.*){2}\n {4}retry: )never/, '$1fresh_signature']],
    bump: 'minor',
    says: 'where it used to fail',
  },
  {
    edit: 'a gateway’s status',
    edits: [
      [ERRORS, 'gateways:\n', `gateways:\n${gateway}`],
      [PATH, '    "504":\n', '    "599":\n      $ref: ../components/responses/GatewayTimeout.yaml\n    "504":\n'],
    ],
    bump: 'minor',
    says: 'answer 599 is new',
  },
  { edit: 'a gateway’s status that is gone', edits: [[ERRORS, / {2}"504":\n( {4}.*\n?)+/, '']], bump: 'major', says: 'answer 504 is gone' },

  {
    edit: 'a region',
    edits: [[ROOT, 'servers:\n', 'servers:\n  - url: https://api-new.yljz.com\n    description: Elsewhere\n    x-region: new\n']],
    bump: 'minor',
    says: 'The region new is new',
  },
  {
    edit: 'a region that is gone',
    edits: [[ROOT, / {2}- url: .*api-idn.*\n( {4}.*\n)+/, '']],
    bump: 'major',
    says: 'The region idn is gone',
  },
  { edit: 'a region by another name', edits: [[ROOT, 'x-region: idn', 'x-region: jkt']], bump: 'major', says: 'The region idn is gone' },
  {
    edit: 'a region at another host',
    edits: [[ROOT, 'https://api-idn.', 'https://api-jkt.']],
    bump: 'major',
    says: 'The region idn is at https://api-jkt.',
  },

  {
    edit: 'another algorithm',
    edits: sha256,
    bump: 'major',
    says: 'signed in another way (algorithm, digest, digestBytes)',
  },
  {
    edit: 'another window',
    edits: [[SIGNATURE, 'defaultWindowSeconds: 100', 'defaultWindowSeconds: 60']],
    bump: 'minor',
    says: 'good for 60 seconds',
  },

  {
    edit: 'an operation',
    edits: [
      [ROOT, 'x-signature:\n', '  /finauth/v5/sdk/verdict_test:\n    $ref: paths/verdict_test.yaml\nx-signature:\n'],
      ['paths/verdict_test.yaml', '', operation('verdictTest')],
    ],
    bump: 'minor',
    says: 'The operation verdictTest is new: POST /finauth/v5/sdk/verdict_test',
  },
  {
    edit: 'an operation by another name',
    edits: [
      [PATH, 'operationId: getBizToken', 'operationId: mintToken'],
      [VERIFY_REQUEST, 'from: getBizToken', 'from: mintToken'],
    ],
    bump: 'major',
    says: 'The operation getBizToken is gone',
  },
  {
    edit: 'an operation at another path',
    edits: [[ROOT, 'sdk/get_biz_token:', 'sdk/mint:']],
    bump: 'major',
    says: '/sdk/mint, before POST',
  },
  {
    edit: 'a POST that becomes a GET, signed in its query',
    edits: [
      [PATH, 'post:\n', 'get:\n'],
      [
        PATH,
        /^ {2}requestBody:\n(?: {4}.*\n)+/m,
        '  parameters:\n    - { name: sign, in: query, required: true, description: S., schema: { type: string } }\n    - { name: sign_version, in: query, required: true, description: V., schema: { type: string, const: hmac_sha1 } }\n',
      ],
    ],
    bump: 'major',
    says: 'The request of getBizToken is its query, before multipart/form-data',
  },
  {
    edit: 'a form that becomes JSON',
    edits: [[PATH, 'multipart/form-data:', 'application/json:']],
    bump: 'major',
    says: 'The request of getBizToken is application/json, before multipart/form-data',
  },
  { edit: 'an operation on its way out', edits: [[PATH, 'post:\n', 'post:\n  deprecated: true\n']], bump: 'minor', says: 'on its way out' },
  {
    edit: 'an answer that is gone',
    edits: [
      [PATH, /^ {4}"413":\n.*\n/m, ''],
      [VERIFY, /^ {4}"413":\n.*\n/m, ''],
      [VERIFY_REQUEST, '      tooLarge: "413"\n', ''],
      [ERRORS, / {2}"413":\n( {4}.*\n?)+/, ''],
    ],
    bump: 'major',
    says: 'The answer 413 of getBizToken',
  },
  { edit: 'a code sample', edits: [[PATH, 'label: SDK', 'label: The SDK']], bump: 'none', says: 'code samples' },
  // ---- What a schema is made of. Each as a field that a caller sends, and as one that a caller gets.
  ...both(
    'a form more of anyOf',
    '    anyOf: [{ type: string, const: A }, { type: string, const: B }]\n',
    '    anyOf: [{ type: string, const: B }, { type: string, const: C }, { type: string, const: A }]\n',
    'minor',
    'major',
    'a form more (anyOf)',
  ),
  ...both(
    'a form less of anyOf',
    '    anyOf: [{ type: string, const: A }, { type: string, const: B }, { type: integer }]\n',
    '    anyOf: [{ type: integer }, { type: string, const: A }]\n',
    'major',
    'minor',
    'a form less (anyOf)',
  ),
  ...both(
    'forms of anyOf in another order',
    '    anyOf: [{ type: string, const: A }, { type: integer }]\n',
    '    anyOf: [{ type: integer }, { type: string, const: A }]\n',
    'none',
    'none',
    undefined,
  ),
  ...both(
    'a form of anyOf that is narrower',
    '    anyOf: [{ type: string, maxLength: 9 }, { type: integer }]\n',
    '    anyOf: [{ type: string, maxLength: 5 }, { type: integer }]\n',
    'major',
    'minor',
    'maxLength 5',
  ),
  ...both(
    'a form more of oneOf',
    '    oneOf: [{ type: string }, { type: integer }]\n',
    '    oneOf: [{ type: string }, { type: integer }, { type: boolean }]\n',
    'minor',
    'major',
    'a form more (oneOf)',
  ),
  ...both(
    'one type that becomes one of two',
    '    type: string\n',
    '    anyOf: [{ type: string }, { type: integer }]\n',
    'minor',
    'major',
    'several forms, before one',
  ),
  ...both(
    'one of two types that is left',
    '    anyOf: [{ type: string }, { type: integer }]\n',
    '    type: string\n',
    'major',
    'minor',
    'one form, before several',
  ),
  ...both(
    'an allOf of one for the schema itself',
    '    type: string\n    maxLength: 5\n',
    '    allOf: [{ type: string, maxLength: 5 }]\n',
    'none',
    'none',
    undefined,
  ),
  ...both(
    'a schema more of allOf',
    '    allOf: [{ type: string, maxLength: 9 }, { minLength: 2 }]\n',
    '    allOf: [{ type: string, maxLength: 9 }, { minLength: 2 }, { pattern: "^a" }]\n',
    'major',
    'minor',
    'one schema more (allOf)',
  ),
  ...both(
    'a schema less of allOf',
    '    allOf: [{ type: string, maxLength: 9 }, { minLength: 2 }, { pattern: "^a" }]\n',
    '    allOf: [{ pattern: "^a" }, { type: string, maxLength: 9 }]\n',
    'minor',
    'major',
    'one schema less (allOf)',
  ),
  ...both(
    'something that is ruled out',
    '    type: string\n',
    '    type: string\n    not: { const: A }\n',
    'major',
    'minor',
    'a rule more (not)',
  ),
  ...both(
    'something that is no longer ruled out',
    '    type: string\n    not: { const: A }\n',
    '    type: string\n',
    'minor',
    'major',
    'a rule less (not)',
  ),
  ...both(
    'something else that is ruled out',
    '    type: string\n    not: { const: A }\n',
    '    type: string\n    not: { const: B }\n',
    'major',
    'major',
    'No rule knows',
  ),
  ...both(
    'a condition',
    '    type: string\n',
    '    type: string\n    if: { minLength: 3 }\n    then: { pattern: "^a" }\n',
    'major',
    'minor',
    'a rule more (if)',
  ),
  ...both(
    'a condition that is another',
    '    type: string\n    if: { minLength: 3 }\n    then: { pattern: "^a" }\n',
    '    type: string\n    if: { minLength: 3 }\n    then: { pattern: "^b" }\n',
    'major',
    'major',
    'No rule knows',
  ),
  ...both('a format', '    type: string\n', '    type: string\n    format: email\n', 'patch', 'patch', 'a note for readers'),
  ...both('a type more', '    type: string\n', '    type: [integer, string]\n', 'minor', 'major', 'type ["integer","string"]'),
  ...both('a type less', '    type: [string, integer]\n', '    type: string\n', 'major', 'minor', 'type "string"'),
  ...both('types in another order', '    type: [string, integer]\n', '    type: [integer, string]\n', 'none', 'none', undefined),
  ...both('whole numbers that become any', '    type: integer\n', '    type: number\n', 'minor', 'major', 'type "number"'),
  ...both('any numbers that become whole', '    type: number\n', '    type: integer\n', 'major', 'minor', 'type "integer"'),
  ...both(
    'a const that becomes an enum',
    '    type: string\n    const: A\n',
    '    type: string\n    enum: [A, B]\n',
    'minor',
    'major',
    'may be "B" too',
  ),
  ...both(
    'an enum that becomes a const',
    '    type: string\n    enum: [A, B]\n',
    '    type: string\n    const: A\n',
    'major',
    'minor',
    'is "B" no longer',
  ),
  ...both(
    'an enum in another order',
    '    type: string\n    enum: [A, B, C]\n',
    '    type: string\n    enum: [C, A, B]\n',
    'none',
    'none',
    undefined,
  ),
  ...both(
    'an enum that is open from now on',
    '    type: string\n    enum: [A, B]\n',
    '    anyOf: [{ type: string, enum: [A, B] }, { type: string }]\n',
    'minor',
    'major',
    'several forms, before one',
  ),
  ...both(
    'an open enum that gains a value',
    '    anyOf: [{ type: string, enum: [A, B] }, { type: string }]\n',
    '    anyOf: [{ type: string, enum: [A, B, C] }, { type: string }]\n',
    'minor',
    'minor',
    'the listed ones are suggestions',
  ),
  ...both(
    'an open enum that loses a value',
    '    anyOf: [{ type: string, enum: [A, B] }, { type: string }]\n',
    '    anyOf: [{ type: string }, { type: string, enum: [A] }]\n',
    'minor',
    'minor',
    'the listed ones are suggestions',
  ),
  ...both('a pattern', '    type: string\n', '    type: string\n    pattern: "^a"\n', 'major', 'minor', 'pattern "^a"'),
  ...both(
    'another pattern',
    '    type: string\n    pattern: "^a"\n',
    '    type: string\n    pattern: "^b"\n',
    'major',
    'major',
    'No rule knows',
  ),
  ...both(
    'a greatest number that is lower',
    '    type: integer\n    maximum: 9\n',
    '    type: integer\n    maximum: 5\n',
    'major',
    'minor',
    'maximum 5',
  ),
  ...both(
    'a least number that is lower',
    '    type: integer\n    minimum: 9\n',
    '    type: integer\n    minimum: 5\n',
    'minor',
    'major',
    'minimum 5',
  ),
  ...both(
    'a finer step',
    '    type: number\n    multipleOf: 0.1\n',
    '    type: number\n    multipleOf: 0.01\n',
    'minor',
    'major',
    'multipleOf 0.01',
  ),
  ...both(
    'another step',
    '    type: number\n    multipleOf: 2\n',
    '    type: number\n    multipleOf: 3\n',
    'major',
    'major',
    'No rule knows',
  ),
  ...both(
    'fewer items',
    '    type: array\n    items: { type: string }\n    maxItems: 9\n',
    '    type: array\n    items: { type: string }\n    maxItems: 5\n',
    'major',
    'minor',
    'maxItems 5',
  ),
  ...both(
    'items of another type',
    '    type: array\n    items: { type: string }\n',
    '    type: array\n    items: { type: integer }\n',
    'major',
    'major',
    'extra.items has type "integer"',
  ),
  ...both(
    'items that may not be twice',
    '    type: array\n    items: { type: string }\n',
    '    type: array\n    items: { type: string }\n    uniqueItems: true\n',
    'major',
    'minor',
    'an item twice',
  ),
  ...both(
    'an object with no further fields',
    '    type: object\n    properties: { a: { type: string, description: A. } }\n',
    '    type: object\n    properties: { a: { type: string, description: A. } }\n    additionalProperties: false\n',
    'major',
    'minor',
    'no longer allowed',
  ),
  ...both(
    'a field within a field',
    '    type: object\n    properties: { a: { type: string, description: A. } }\n',
    '    type: object\n    properties: { a: { type: string, description: A. }, b: { type: string, description: B. } }\n',
    'minor',
    'minor',
    'extra.b is new',
  ),
  ...both(
    'a field that needs another',
    '    type: object\n    properties: { a: { type: string, description: A. }, b: { type: string, description: B. } }\n',
    '    type: object\n    properties: { a: { type: string, description: A. }, b: { type: string, description: B. } }\n    dependentRequired: { a: [b] }\n',
    'major',
    'minor',
    'a needs b beside it',
  ),
  ...both(
    'a field that no longer needs another',
    '    type: object\n    properties: { a: { type: string, description: A. }, b: { type: string, description: B. } }\n    dependentRequired: { a: [b] }\n',
    '    type: object\n    properties: { a: { type: string, description: A. }, b: { type: string, description: B. } }\n',
    'minor',
    'major',
    'b',
  ),
  ...both('a field on its way out', '    type: string\n', '    type: string\n    deprecated: true\n', 'minor', 'minor', 'on its way out'),
  ...both('a default', '    type: string\n', '    type: string\n    default: A\n', 'major', 'patch', 'default "A"'),
  ...both(
    'a note of nobody’s',
    '    type: string\n',
    '    type: string\n    x-internal-note: hello\n',
    'patch',
    'patch',
    'a note for readers',
  ),
  {
    edit: 'a text that becomes a file',
    given: [[REQUEST, 'properties:\n', 'properties:\n  extra:\n    type: string\n    description: More.\n']],
    edits: [[REQUEST, '    description: More.\n', '    description: More.\n    format: binary\n']],
    bump: 'major',
    says: 'is a file, before text',
  },
  {
    edit: 'a file with a limit',
    given: [[REQUEST, 'properties:\n', 'properties:\n  extra:\n    type: string\n    format: binary\n    description: More.\n']],
    edits: [[REQUEST, '    format: binary\n', '    format: binary\n    x-maxBytes: 2000000\n']],
    bump: 'major',
    says: 'at most 2000000 bytes',
  },

  // ---- Names, and the order of things
  {
    edit: 'a schema by another name',
    edits: [
      ['components/schemas/TokenRequest.yaml', '', specText(REQUEST)],
      [PATH, 'GetBizTokenRequest.yaml', 'TokenRequest.yaml'],
    ],
    bump: 'major',
    says: 'The name GetBizTokenRequest is gone from the packages',
  },
  {
    edit: 'a schema of an answer by another name',
    edits: [
      ['components/schemas/TokenAnswer.yaml', '', specText(SUCCESS)],
      ['components/responses/BizToken.yaml', 'GetBizTokenResponse.yaml', 'TokenAnswer.yaml'],
    ],
    bump: 'major',
    says: 'The name GetBizTokenResponse is gone from the packages',
  },
  {
    edit: 'a schema that has a name from now on',
    given: [[SUCCESS, 'properties:\n', 'properties:\n  mark: { type: string, description: A mark. }\n']],
    edits: [
      [MARK, '', 'type: string\ndescription: A mark.\n'],
      [SUCCESS, 'mark: { type: string, description: A mark. }', 'mark: { $ref: Mark.yaml }'],
    ],
    bump: 'minor',
    says: 'The name Mark is new in the packages',
  },
  {
    edit: 'a schema that has no name from now on',
    given: [
      [MARK, '', 'type: string\ndescription: A mark.\n'],
      [SUCCESS, 'properties:\n', 'properties:\n  mark: { $ref: Mark.yaml }\n'],
    ],
    edits: [[SUCCESS, 'mark: { $ref: Mark.yaml }', 'mark: { type: string, description: A mark. }']],
    bump: 'major',
    says: 'The name Mark is gone',
  },
  {
    edit: 'required fields in another order',
    edits: [[REQUEST, '[sign, sign_version, liveness_id]', '[liveness_id, sign, sign_version]']],
    bump: 'none',
    says: undefined,
  },
  {
    edit: 'regions in another order',
    edits: [[ROOT, /( {2}- url: .*sgp.*\n(?: {4}.*\n)+)( {2}- url: .*idn.*\n(?: {4}.*\n)+)/, '$2$1']],
    bump: 'none',
    says: undefined,
  },
  {
    edit: 'a schema that holds itself',
    given: tree(''),
    edits: tree('    minItems: 1\n').slice(0, 1),
    bump: 'minor',
    says: 'Tree.children has minItems 1',
  },
  {
    edit: 'a source',
    edits: [['sources.yaml', 'finauth:\n', 'rumour:\n  title: Rumours\n  trust: None.\nfinauth:\n']],
    bump: 'minor',
    says: 'The source rumour is new',
  },
  {
    edit: 'a source that is gone',
    given: [['sources.yaml', 'finauth:\n', 'rumour:\n  title: Rumours\n  trust: None.\nfinauth:\n']],
    edits: [['sources.yaml', 'rumour:\n  title: Rumours\n  trust: None.\n', '']],
    bump: 'major',
    says: 'The source rumour is gone',
  },
  {
    edit: 'a source in other words',
    edits: [['sources.yaml', 'Binding.', 'It binds.']],
    bump: 'patch',
    says: 'The source finauth is explained',
  },
  {
    edit: 'another source of a status',
    edits: [[ERRORS, '        x-source: integrations\n    detail: none', '        x-source: http\n    detail: none']],
    bump: 'patch',
    says: 'another source',
  },
  {
    edit: 'a header that is new',
    edits: [
      ['components/responses/Forbidden.yaml', 'content:\n', 'headers:\n  Retry-After:\n    $ref: ../headers/RetryAfter.yaml\ncontent:\n'],
    ],
    bump: 'minor',
    says: 'The header Retry-After of the answer 403 of getBizToken is new',
  },
  {
    edit: 'a header that is gone',
    edits: [['components/responses/TooManyRequests.yaml', /headers:\n(?: +.*\n)+(?=content)/, '']],
    bump: 'major',
    says: 'The header Retry-After of the answer 429',
  },
  {
    edit: 'another media type of a failure',
    edits: [['components/responses/BodyTooLarge.yaml', 'text/plain', 'text/html']],
    bump: 'major',
    says: 'is text/html, before text/plain',
  },
  {
    edit: 'a note of an operation that nothing reads',
    edits: [[PATH, 'post:\n', 'post:\n  x-owner: us\n']],
    bump: 'patch',
    says: 'x-owner',
  },
  {
    edit: 'tags in other words',
    edits: [[ROOT, 'Calls that your server makes', 'What your server calls']],
    bump: 'patch',
    says: 'The words of the spec’s tags differ',
  },
  // Previews
  {
    edit: 'a preview that is one no longer',
    edits: [[VERIFY, '  x-stability: preview\n', '']],
    bump: 'minor',
    says: 'The operation verify is a preview no longer.',
  },
  {
    edit: 'a stable operation that becomes a preview',
    edits: [[PATH, 'post:\n', 'post:\n  x-stability: preview\n']],
    bump: 'major',
    says: 'The operation getBizToken is a preview.',
  },
  {
    edit: 'a new operation that is a preview',
    edits: [
      [ROOT, 'x-signature:\n', '  /finauth/v5/sdk/other:\n    $ref: paths/other.yaml\nx-signature:\n'],
      ['paths/other.yaml', '', operation('other').replace('post:\n', 'post:\n  x-stability: preview\n')],
    ],
    bump: 'minor',
    says: 'In a preview: The operation other is new',
  },
  {
    edit: 'a field that a preview requires from now on',
    edits: [
      [VERIFY_REQUEST, 'required: [', 'required: [uuid, '],
      [VERIFY, /^( +)sign_version: hmac_sha1\n/gm, '$1sign_version: hmac_sha1\n$1uuid: user-0042\n'],
    ],
    bump: 'minor',
    says: 'In a preview: The field VerifyRequest.uuid is required, before it was not. It would break a user',
  },
  {
    edit: 'a field of a preview that is gone',
    edits: [[VERIFY_REQUEST, / {2}uuid:\n(?: {4,}.*\n)+/, '']],
    bump: 'minor',
    says: 'In a preview: The field VerifyRequest.uuid is gone.',
  },
  {
    edit: 'a preview at another address',
    edits: [[ROOT, '/finauth/v5/sdk/verify:', '/finauth/v6/sdk/verify:']],
    bump: 'minor',
    says: 'In a preview: The operation verify is POST /finauth/v6/sdk/verify',
  },
  {
    edit: 'an error that only a preview had',
    edits: [
      [ERRORS, / {2}INVALID_IMAGE_SIZE:\n(?: {4}.*\n)+/, ''],
      ['components/responses/VerifyBadRequest.yaml', / {6}INVALID_IMAGE_SIZE:\n(?: {8}.*\n)+/, ''],
    ],
    bump: 'minor',
    says: 'In a preview: The error code INVALID_IMAGE_SIZE is gone.',
  },
  {
    edit: 'a field of a preview that is required in a case',
    edits: [[VERIFY_REQUEST, '    x-requiredWhen:\n      comparison_type: "0"\n', '']],
    bump: 'minor',
    says: 'In a preview: The field VerifyRequest.image_ref1 has no x-requiredWhen',
  },
  {
    edit: 'a result that is gone',
    edits: [
      [RESULTS, / {2}ACTION_ERROR:\n(?: {4}.*\n)+/, ''],
      ['components/responses/Verified.yaml', / {6}ACTION_ERROR:\n(?: {8}.*\n)+/, ''],
    ],
    bump: 'minor',
    says: 'In a preview: The result ACTION_ERROR is gone.',
  },
  {
    edit: 'a result that is gone, of an operation that is stable',
    given: [[VERIFY, '  x-stability: preview\n', '']],
    edits: [
      [RESULTS, / {2}ACTION_ERROR:\n(?: {4}.*\n)+/, ''],
      ['components/responses/Verified.yaml', / {6}ACTION_ERROR:\n(?: {8}.*\n)+/, ''],
    ],
    bump: 'major',
    says: 'The result ACTION_ERROR is gone.',
  },
  {
    edit: 'a result after which one may try again otherwise, of an operation that is stable',
    given: [[VERIFY, '  x-stability: preview\n', '']],
    edits: [[RESULTS, 'tryAgain: other_phone', 'tryAgain: never']],
    bump: 'major',
    says: 'The result MOBILE_PHONE_NOT_SUPPORT has tryAgain "never", before "other_phone".',
  },
  {
    edit: 'a result in other words',
    edits: [[RESULTS, 'meaning: The user cancelled.', 'meaning: The user ended it.']],
    bump: 'patch',
    says: 'The result USER_CANCELLATION is explained in other words.',
  },
  {
    edit: 'a condition under which a field is required, of an operation that is stable',
    edits: [[REQUEST, '  uuid:\n', '  uuid:\n    x-requiredWhen: { liveness_id: mine }\n']],
    bump: 'major',
    says: 'The field GetBizTokenRequest.uuid has x-requiredWhen',
  },
  {
    edit: 'the data of a person that was none',
    edits: [[REQUEST, '  uuid:\n', '  uuid:\n    x-personal: true\n']],
    bump: 'minor',
    says: 'The field GetBizTokenRequest.uuid holds data of a person.',
  },
  {
    edit: 'the title',
    edits: [[ROOT, 'title: FinAuth Web API', 'title: FinAuth API']],
    bump: 'patch',
    says: 'The words of the spec’s info differ',
  },
];

/** What each row makes of the spec, and of the released one. Each has to be a right spec, or its row would say nothing. */
const { specs, remove } = await editedSpecs(
  new Map([
    ...rows.map(({ given = [], edits }, index) => [`s${index}`, [...given, ...edits]] as const),
    ...rows.flatMap(({ given }, index) => (given ? [[`g${index}`, given] as const] : [])),
  ]),
);
afterAll(remove);

function contractOf(name: string) {
  const { contract, refusal } = specs.get(name)!;
  if (!contract) throw new Error(`${name} is no right spec:\n${refusal}`);
  return contract;
}

describe('the bump for', () => {
  test.each(rows.map((row, index) => ({ ...row, index })))('$edit is $bump', ({ index, given, bump, says }) => {
    const verdict = judgeSpec(contractOf(given ? `g${index}` : 's0'), contractOf(`s${index}`));
    const words = verdict.changes.map(({ what, why, bump: its }) => `${what} ${why} (${its})`).join('\n');
    expect(verdict.bump, words).toBe(bump);
    if (says !== undefined) expect(words).toContain(says);
    else if (bump === 'none') expect(words).toBe('');
    // Whoever does not know a rule is told so, and no change of ours here is without one.
    if (!says?.includes('No rule')) expect(words).not.toContain('no rule');
  });
});

test('there are rows of every bump, and more than a hundred', () => {
  expect(new Set(rows.map(({ bump }) => bump)).size).toBe(4);
  expect(rows.length).toBeGreaterThan(100);
});

function specText(file: string): string {
  return readFileSync(join(testSpec, file), 'utf8');
}
