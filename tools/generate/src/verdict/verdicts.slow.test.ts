import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContract } from '../checkContract.ts';
import type { Contract } from '../contract.ts';
import { root } from '../folders.ts';
import { redocly } from '../redocly.ts';
import { lintProblems } from '../wrongSpec/lintProblems.ts';
import { readSources } from '../wrongSpec/readSources.ts';
import type { Bump } from './change.ts';
import { judgeSpec } from './judgeSpec.ts';

type Edit = [file: string, from: string | RegExp, to: string];

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
];
const code = (name: string, status = 403) =>
  `  ${name}:\n    status: ${status}\n    detail: none\n    retry: never\n    meaning: New.\n    remedy: Wait.\n`;
const gateway = '  "599":\n    retry: later\n    meaning: New.\n    remedy: Wait.\n';

/** A copy of the first operation, under an ID of its own. */
const operation = (id: string) => specText(PATH).replace(/operationId: \w+/, `operationId: ${id}`);

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
    edit: 'another example of an answer',
    edits: [example('DENIED_TOO', 'AUTHORIZATION_ERROR: DENIED')],
    bump: 'patch',
    says: 'other examples',
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
    edit: 'another digest',
    edits: [[SIGNATURE, 'digest: HMAC-SHA1', 'digest: HMAC-SHA256']],
    bump: 'major',
    says: 'signed in another way (digest)',
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
    edits: [[PATH, 'operationId: getBizToken', 'operationId: mintToken']],
    bump: 'major',
    says: 'The operation getBizToken is gone',
  },
  {
    edit: 'an operation at another path',
    edits: [[ROOT, 'sdk/get_biz_token:', 'sdk/mint:']],
    bump: 'major',
    says: '/sdk/mint, before POST',
  },
  { edit: 'an operation on its way out', edits: [[PATH, 'post:\n', 'post:\n  deprecated: true\n']], bump: 'minor', says: 'on its way out' },
  {
    edit: 'an answer that is gone',
    edits: [
      [PATH, /^ {4}"413":\n.*\n/m, ''],
      [ERRORS, / {2}"413":\n( {4}.*\n?)+/, ''],
    ],
    bump: 'major',
    says: 'The answer 413 of getBizToken',
  },
  { edit: 'a code sample', edits: [[PATH, 'label: SDK', 'label: The SDK']], bump: 'none', says: 'code samples' },
];

const scratch = mkdtempSync(join(tmpdir(), 'finauth-verdicts-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What each row makes of the spec: all of them linted and bundled by one process each, since most of what Redocly takes is the time to start. */
const bundled = await bundleAll([
  ...rows.map(({ given = [], edits }, index) => edited(String(index), [...given, ...edits])),
  ...rows.flatMap(({ given }, index) => (given ? [edited(`${index}-given`, given)] : [])),
]);

describe('the bump for', () => {
  test.each(rows.map((row, index) => ({ ...row, index })))('$edit is $bump', async ({ index, given, bump, says }) => {
    const before = bundled.get(given ? `${index}-given` : '0')!;
    const verdict = await judgeSpec(before, bundled.get(String(index))!);
    const words = verdict.changes.map(({ what, why }) => `${what} ${why}`).join('\n');
    expect(verdict.bump, words).toBe(bump);
    if (says !== undefined) expect(words).toContain(says);
  });
});

test('there are rows of every bump, and more than 25', () => {
  expect(new Set(rows.map(({ bump }) => bump)).size).toBe(4);
  expect(rows.length).toBeGreaterThan(25);
});

/** The spec with some edits made to its files. The path of its root file, which is called like the row, as a bundle is called like it. */
function edited(row: string, edits: Edit[]): string {
  const spec = join(scratch, row);
  cpSync(join(root, 'spec'), spec, { recursive: true, filter: (path) => !path.includes('node_modules') });
  for (const [file, from, to] of edits) {
    const path = join(spec, file);
    // A file that is not there yet.
    const before = from === '' ? '' : readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} does not hold ${String(from)}: change the test.`);
    writeFileSync(path, after);
  }
  cpSync(join(spec, 'openapi.yaml'), join(spec, `${row}.yaml`));
  return `${row}/${row}.yaml`;
}

function specText(file: string): string {
  return readFileSync(join(root, 'spec', file), 'utf8');
}

/** The bundles by the names of their rows. Each has to be a right spec, or its row would say nothing. */
async function bundleAll(files: string[]): Promise<Map<string, Contract>> {
  const config = ['--config', join(root, 'spec/redocly.yaml')];
  const [lint, bundle] = await Promise.all([
    redocly(scratch, ['lint', ...files, ...config, '--format=json']),
    redocly(scratch, ['bundle', ...files, ...config, '--ext=json', '--output=bundles']),
  ]);
  expect(lintProblems('scratch', lint)).toEqual([]);
  expect(bundle.exitCode, bundle.stderr).toBe(0);
  const rowsOf = files.map((file) => file.split('/')[0]!);
  const contracts = await Promise.all(
    rowsOf.map(async (row) => {
      const contract = JSON.parse(readFileSync(join(scratch, `bundles/${row}.json`), 'utf8')) as Contract;
      checkContract(contract, await readSources(join(scratch, row)));
      return [row, contract] as const;
    }),
  );
  return new Map(contracts);
}
