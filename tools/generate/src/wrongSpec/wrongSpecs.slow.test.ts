import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { checkRead } from '../spec/checkedSpec.ts';
import { type Edit, editedSpecs } from '../testing/editedSpecs.ts';
import { scratchRepo } from '../testing/scratchRepo.ts';

const REQUEST = 'spec/components/schemas/GetBizTokenRequest.yaml';
const PATH = 'spec/paths/get_biz_token.yaml';
const ERRORS = 'spec/errors.yaml';
const ROOT = 'spec/openapi.yaml';
const FORBIDDEN = 'spec/components/responses/Forbidden.yaml';
const GUIDE = 'spec/guides/3-errors-and-retries.md';
const QUICKSTART = 'spec/guides/1-quickstart.md';
const SUCCESS = 'spec/components/responses/BizToken.yaml';

interface Wrong {
  what: string;
  file: string;
  from: string | RegExp;
  to: string;
  /** An edit of another file, without which another message would come first. */
  also?: { file: string; from: RegExp; to: string };
  /** The text at which the message has to point, and its file where it is another than the edited one. */
  points: string;
  at?: string;
  says: string;
  /** Refused by the command, from end to end: one for each step that refuses. */
  byCommand?: true;
}

const newCode = (entry: string) => ({ file: ERRORS, from: 'codes:\n', to: `codes:\n${entry}` });

const wrongs: Wrong[] = [
  {
    what: 'YAML with a bracket left open',
    file: ROOT,
    from: 'info:\n',
    to: 'info: [\n',
    points: 'title: FinAuth',
    says: 'This is not YAML',
    byCommand: true,
  },
  {
    what: 'YAML with a key twice',
    file: ERRORS,
    from: 'gateways:\n',
    to: 'codes: {}\ngateways:\n',
    points: 'codes: {}',
    says: 'Map keys must be unique',
  },
  {
    what: 'YAML indented by a tab',
    file: REQUEST,
    from: '  uuid:\n',
    to: '\tuuid:\n',
    points: '\tuuid:',
    says: 'This is not YAML',
  },
  {
    what: 'a reference to a file that is not there',
    file: PATH,
    from: 'GetBizTokenRequest.yaml',
    to: 'NoSuch.yaml',
    points: 'NoSuch.yaml',
    says: "no such file or directory 'spec/components/schemas/NoSuch.yaml'",
    byCommand: true,
  },
  {
    what: 'a reference to an extension that is not there',
    file: ROOT,
    from: 'errors.yaml',
    to: 'mistakes.yaml',
    points: 'mistakes.yaml',
    says: 'Correct the path behind $ref',
  },
  {
    what: 'a code without an example',
    ...newCode('  BRAND_NEW:\n    status: 500\n    detail: none\n    retry: never\n    meaning: New.\n    remedy: Wait.\n'),
    points: 'BRAND_NEW:',
    says: 'BRAND_NEW stands in errors.yaml without an example',
    byCommand: true,
  },
  {
    what: 'a gateway’s status without an example',
    file: ERRORS,
    from: 'gateways:\n',
    to: 'gateways:\n  "599":\n    retry: later\n    meaning: New.\n    remedy: Wait.\n',
    points: '"599":',
    says: 'The gateway’s answer 599 stands in errors.yaml without an example',
  },
  {
    what: 'a guide with a link to an error that is not there',
    file: GUIDE,
    from: '](error:DENIED)',
    to: '](error:DENIED_NO_MORE)',
    points: '](error:DENIED_NO_MORE)',
    says: 'The link error:DENIED_NO_MORE leads to nothing',
    byCommand: true,
  },
  {
    what: 'a guide with a link to an operation that is not there',
    file: QUICKSTART,
    from: '](reference:getBizToken)',
    to: '](reference:mintToken)',
    points: '](reference:mintToken)',
    says: 'The link reference:mintToken leads to nothing',
  },
  {
    what: 'a guide with a link to a guide that is not there',
    file: QUICKSTART,
    from: '](3-errors-and-retries.md)',
    to: '](5-live.md)',
    points: '](5-live.md)',
    says: 'The link 5-live.md leads to nothing',
  },
  {
    what: 'a guide with a link that is code',
    file: QUICKSTART,
    from: '](3-errors-and-retries.md)',
    to: '](javascript:alert)',
    points: '](javascript:alert)',
    says: 'The link javascript:alert leads to nothing',
  },
  {
    what: 'a guide with a link to a result that is not there',
    file: GUIDE,
    from: '](error:DENIED)',
    to: '](result:NOBODY_SEEN)',
    points: '](result:NOBODY_SEEN)',
    says: 'The link result:NOBODY_SEEN leads to nothing',
  },
  {
    what: 'a guide with a sample that is not there',
    file: QUICKSTART,
    from: 'sample: sdk.ts',
    to: 'sample: sdk.tsx',
    points: '<!-- sample: sdk.tsx',
    says: 'There is no sample spec/samples/sdk.tsx',
  },
  {
    what: 'a README with a sample that is not there',
    file: 'packages/signing/README.md',
    from: 'sample: errors.ts',
    to: 'sample: mistakes.ts',
    points: '<!-- sample: mistakes.ts',
    says: 'There is no sample spec/samples/mistakes.ts',
    byCommand: true,
  },
  {
    what: 'a reason without an example',
    file: ERRORS,
    from: ' DENIED:\n',
    to: ' DENIED_LATER:\n',
    points: 'DENIED_LATER:',
    says: 'AUTHORIZATION_ERROR: DENIED_LATER stands in errors.yaml without an example',
  },
  {
    what: 'an example under a wrong status',
    file: 'spec/components/responses/InternalError.yaml',
    from: 'error: INTERNAL_ERROR',
    to: 'error: API_NOT_FOUND',
    points: 'error: API_NOT_FOUND',
    says: 'INTERNAL_ERROR stands under 500, where errors.yaml has 404',
  },
  {
    what: 'an example of a code that nobody knows',
    file: 'spec/components/responses/NotFound.yaml',
    from: 'error: API_NOT_FOUND',
    to: 'error: WHO_KNOWS',
    points: 'error: WHO_KNOWS',
    says: 'where errors.yaml does not know its code',
  },
  {
    what: 'a parameter outside the body',
    file: PATH,
    from: '  requestBody:\n',
    to: '  parameters:\n    - name: trace\n      in: query\n      description: A trace.\n      schema:\n        type: string\n  requestBody:\n',
    points: 'parameters:',
    says: 'Parameters do not fit this API',
  },
  {
    what: 'an operation that would make a promise of the client',
    file: PATH,
    from: 'operationId: getBizToken',
    to: 'operationId: then',
    points: 'then',
    says: 'then cannot be the name of a method',
  },
  {
    what: 'a failure with a schema of its own',
    file: 'spec/components/responses/NotFound.yaml',
    from: '$ref: ../schemas/ErrorResponse.yaml',
    to: 'type: object',
    points: 'description: No API',
    says: 'The answer 404 of getBizToken has a schema of its own',
  },
  {
    what: 'an example of an answer that breaks its schema',
    file: SUCCESS,
    from: /time_used: \d+/,
    to: 'time_used: soon',
    points: 'time_used: soon',
    says: '`time_used` property type must be integer',
    byCommand: true,
  },
  {
    what: 'an example of a request that breaks its schema',
    file: PATH,
    from: 'liveness_id: example-scene',
    to: 'liveness_id: 7',
    points: 'liveness_id: 7',
    says: '`liveness_id` property type must be string',
  },
  {
    what: 'an operation without an example of success',
    file: SUCCESS,
    from: '    examples:',
    to: '    x-examples:',
    points: 'description:',
    says: 'getBizToken has no example of success',
  },
  {
    what: 'a body that does not require its signature',
    file: REQUEST,
    from: 'required: [sign, ',
    to: 'required: [',
    points: 'required: [',
    says: 'The body of getBizToken does not require sign',
  },
  {
    what: 'a body without a signature',
    file: REQUEST,
    from: /required: \[sign, ([^]*?)  sign:\n(?:    .*\n)+/,
    to: 'required: [$1',
    also: { file: PATH, from: /^ +sign: .*\n/gm, to: '' },
    points: 'properties:',
    says: 'The body of getBizToken has no sign: every call of FinAuth is signed in its body.',
  },
  {
    what: 'a security of a scheme that is not there',
    file: ROOT,
    from: 'security: []',
    to: 'security:\n  - apiKey: []',
    points: '- apiKey',
    says: 'keep `security: []`',
  },
  {
    what: 'a security that the signature has no place in',
    file: ROOT,
    from: 'security: []',
    to: 'security:\n  - apiKey: []\ncomponents:\n  securitySchemes:\n    apiKey:\n      type: apiKey\n      in: header\n      name: X-Api-Key',
    points: 'security:',
    says: 'A security does not fit this API',
  },
  {
    what: 'a security of one operation',
    file: PATH,
    from: '  tags: [Token]\n',
    to: '  tags: [Token]\n  security:\n    - {}\n',
    points: '  security:',
    says: 'A security does not fit this API',
  },
  {
    what: 'a retry class that nobody knows',
    file: ERRORS,
    from: '    retry: later\n    meaning: Something failed',
    to: '    retry: sometimes\n    meaning: Something failed',
    points: 'retry: sometimes',
    says: 'Write one of never, later, fresh_signature',
  },
  {
    what: 'a code without a remedy',
    file: ERRORS,
    from: "    remedy: Check the base URL. It is the region's host alone, with no path behind it, and the method is POST.\n",
    to: '',
    points: 'API_NOT_FOUND:',
    says: 'API_NOT_FOUND has no remedy',
  },
  {
    what: 'a key of a code that is spelled wrong',
    file: ERRORS,
    from: '    alsoStatus:',
    to: '    alsostatus:',
    points: 'alsostatus:',
    says: 'CONCURRENCY_LIMIT_EXCEEDED has a key alsostatus that nothing reads',
  },
  {
    what: 'a code that is not written as codes are',
    ...newCode('  brand-new: { status: 500, detail: none, retry: never, meaning: New., remedy: Wait. }\n'),
    points: 'brand-new:',
    says: 'brand-new cannot be a name here',
  },
  {
    what: 'a source that nobody has explained',
    file: ERRORS,
    from: 'x-source: sdk',
    to: 'x-source: hearsay',
    points: 'x-source: hearsay',
    says: 'hearsay is no source',
  },
  {
    what: 'a server without a region',
    file: ROOT,
    from: '    x-region: idn\n',
    to: '',
    points: '- url: https://api-idn',
    says: 'has no x-region',
  },
  {
    what: 'a region twice',
    file: ROOT,
    from: 'x-region: idn',
    to: 'x-region:  sgp',
    points: 'x-region:  sgp',
    says: 'Two servers are the region sgp',
  },
  {
    what: 'a server without TLS',
    file: ROOT,
    from: 'url: https://api-idn',
    to: 'url: http://api-idn',
    points: 'url: http://',
    says: 'is not https and a host alone',
  },
  {
    what: 'an operationId twice',
    file: ROOT,
    from: 'paths:\n',
    to: 'paths:\n  /finauth/v5/sdk/again:\n    $ref: paths/get_biz_token.yaml\n',
    points: 'operationId:',
    at: PATH,
    says: 'is also that of /finauth/v5/sdk/again',
  },
  {
    what: 'an operation without an ID',
    file: PATH,
    from: /  operationId: .*\n/,
    to: '',
    points: 'post:',
    says: 'Give the operation an operationId',
  },
  { what: 'a GET with a body', file: PATH, from: 'post:\n', to: 'get:\n', points: 'requestBody:', says: 'is a GET, and has a body' },
  { what: 'a PUT', file: PATH, from: 'post:\n', to: 'put:\n', points: 'put:', says: 'Make it a POST, or a GET' },
  {
    what: 'a body of XML',
    file: PATH,
    from: 'multipart/form-data:',
    to: 'application/xml:',
    points: 'application/xml:',
    says: 'Make it multipart/form-data or application/json',
  },
  {
    what: 'a success that is no JSON',
    file: SUCCESS,
    from: 'application/json',
    to: 'text/plain',
    points: 'description:',
    says: 'The success of getBizToken is not JSON with a schema',
  },
  {
    what: 'a detail that does not fit the reasons',
    file: ERRORS,
    from: 'detail: reason',
    to: 'detail: none',
    points: 'detail: none\n    retry: never\n    meaning: FinAuth knows',
    says: 'AUTHORIZATION_ERROR has reasons, and its detail is none',
  },
  {
    what: 'a limit of no number of bytes',
    file: REQUEST,
    from: /x-maxBytes: \d+/,
    to: 'x-maxBytes: many',
    points: 'x-maxBytes: many',
    says: 'Write a whole number above 0',
  },
  {
    what: 'an example of more bytes than its limit',
    file: REQUEST,
    from: /x-maxBytes: \d+/,
    to: 'x-maxBytes: 3',
    points: 'uuid: user-0042',
    at: PATH,
    says: 'The example withUuid breaks the rule x-maxBytes of uuid',
    byCommand: true,
  },
  {
    what: 'a link in a remedy that leads nowhere',
    file: ERRORS,
    from: 'remedy: Send shorter fields.',
    to: 'remedy: See [the other](error:NO_SUCH_CODE).',
    points: 'remedy: See [the other]',
    says: 'The link error:NO_SUCH_CODE leads to nothing',
    byCommand: true,
  },
  {
    what: 'a failure named as success is',
    file: FORBIDDEN,
    from: 'UNLISTED_REASON:',
    to: 'ok:',
    points: 'ok:',
    says: 'ok is the name of two answers',
  },
];

const repo = await scratchRepo();
afterEach(repo.reset);
afterAll(repo.remove);

test.each(wrongs.filter(({ byCommand }) => byCommand))(
  'refuses $what, and says where',
  async ({ file, from, to, points, at = file, says }) => {
    repo.edit(file, from, to);
    const { exitCode, output } = await repo.generate();
    expect(exitCode, output).toBe(1);
    expect(output).toContain('The spec is invalid, and nothing was written.');
    expect(output).toContain(`${at}:${lineOf(repo.read(at), points)}:`);
    expect(output).toContain(says);
    expect(output).not.toContain(repo.root);
    expect(output).not.toMatch(/^\s+at /m);
    expect(await repo.status()).toEqual([` M ${file}`]);
  },
);

// The others are read in one go: a command for each would start Redocly twice.
describe('reading the spec', async () => {
  const others = wrongs.filter(({ byCommand }) => !byCommand).map((row, index) => ({ ...row, name: `w${index}` }));
  const { specs, remove } = await editedSpecs(new Map(others.map((row) => [row.name, editsOf(row)])), checkRead);
  afterAll(remove);

  test.each(others)('refuses $what, and says where', ({ name, file, points, at = file, says }) => {
    const { folder, refusal } = specs.get(name)!;
    expect(refusal, 'it passes').toBeDefined();
    expect(refusal).toContain(says);
    const line = lineOf(readFileSync(join(folder, '..', at), 'utf8'), points);
    // Redocly has the root file under the name of the row.
    const places = [at, ...(at === ROOT ? [`spec/${name}.yaml`] : [])].map((place) => `${place}:${line}:`);
    expect(
      places.some((place) => refusal!.includes(place)),
      `${refusal}\n\nis to be at ${places[0]}`,
    ).toBe(true);
    expect(refusal).not.toContain(folder);
    expect(refusal).not.toMatch(/^\s+at /m);
  });
});

test('says all that is wrong of one kind, in the order of the files', async () => {
  repo.edit(ROOT, '    x-region: idn\n', '');
  repo.edit(PATH, 'post:\n', 'put:\n');
  const { output } = await repo.generate();
  expect(output.indexOf('has no x-region')).toBeGreaterThan(0);
  expect(output.indexOf('Make it a POST')).toBeGreaterThan(output.indexOf('has no x-region'));
});

function lineOf(text: string, mark: string): number {
  const index = text.indexOf(mark);
  if (index === -1) throw new Error(`Nothing holds ${mark}: change the test.`);
  return text.slice(0, index).split('\n').length;
}

function editsOf({ file, from, to, also }: Wrong): Edit[] {
  return [{ file, from, to }, ...(also ? [also] : [])].map((edit): Edit => [edit.file.replace(/^spec\//, ''), edit.from, edit.to]);
}
