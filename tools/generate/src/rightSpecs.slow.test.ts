import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT, root, SANDBOX, VALIDATOR } from './folders.ts';
import { generateFrom } from './generate.ts';
import type { Outputs } from './files/outputs.ts';
import { type Edit, editedSpecs } from './testing/editedSpecs.ts';
import { HOSTILE, hostileEdits } from './testing/hostile.ts';
import { SHA256 } from './testing/sha256.ts';
import { testSpec } from './testing/testSpec.ts';

const REQUEST = 'components/schemas/GetBizTokenRequest.yaml';
const ANSWER = 'components/schemas/GetBizTokenResponse.yaml';
const PATH = 'paths/get_biz_token.yaml';
const SUCCESS = 'components/responses/BizToken.yaml';
const SIGNATURE = 'signature.yaml';

type Verdict = { valid: boolean; issues?: { field: string; rule: string; message: string }[] };
type Validate = (value: unknown) => Verdict;

interface Right {
  what: string;
  edits: Edit[];
  /** What the generated files hold, by their paths' ends. */
  holds?: [file: string, text: string | RegExp][];
  /** Values of the field `extra` of the request, each with the message that refuses it, if one does. */
  request?: [value: unknown, message?: string | RegExp][];
  answer?: [value: unknown, message?: string | RegExp][];
}

const field = (schema: string, file = REQUEST): Edit => [file, 'properties:\n', `properties:\n  extra:\n    description: More.\n${schema}`];
const inAnswer = (schema: string) => field(schema, ANSWER);
const TYPES = `${CLIENT}/types.gen.ts`;
const SCENARIOS = `${SANDBOX}/scenarios.ts`;
const specText = (file: string): string => readFileSync(join(testSpec, file), 'utf8');

const rights: Right[] = [
  { what: 'nothing', edits: [] },
  {
    what: 'a field of two types',
    edits: [field('    type: [string, integer]\n    minimum: 3\n')],
    holds: [
      [TYPES, 'extra?: string | number'],
      ['sandbox/src/generated/routes.ts', /extra: \{\n\s+kind: 'text'/],
    ],
    request: [['a'], [3], [2, 'extra must be at least 3'], [true, 'extra must be of type string or integer, and is a boolean']],
  },
  {
    what: 'a format of numbers that is a number all the same',
    edits: [inAnswer('    type: integer\n    format: int64\n')],
    holds: [[TYPES, 'extra?: number']],
    answer: [[7], ['7', /must be of type integer/]],
  },
  {
    what: 'formats, which are notes',
    edits: [field('    type: string\n    format: email\n'), inAnswer('    type: string\n    format: date-time\n')],
    holds: [[TYPES, 'extra?: string']],
    request: [['no address']],
    answer: [['no time']],
  },
  {
    what: 'other notes',
    edits: [
      field(
        '    type: string\n    title: Extra\n    externalDocs: { url: "https://example.com", description: More. }\n    x-owner: us\n    deprecated: true\n    default: a\n',
      ),
    ],
    holds: [[TYPES, '@deprecated']],
    request: [['a']],
  },
  {
    what: 'a list that is open, with suggestions',
    edits: [inAnswer('    anyOf:\n      - { type: string, enum: [SUCCESS, FAILURE] }\n      - { type: string }\n')],
    holds: [[TYPES, /extra\?: 'SUCCESS' \| 'FAILURE' \| \(string & \{\}\)/]],
    answer: [['SUCCESS'], ['anything'], [7, /at least one of the forms|must be of type string/]],
  },
  {
    what: 'answers of one name and status in two operations, each its own',
    edits: [
      ['openapi.yaml', 'x-signature:\n', '  /finauth/v5/sdk/later:\n    $ref: paths/later.yaml\nx-signature:\n'],
      [
        'paths/later.yaml',
        '',
        specText(PATH).replace('operationId: getBizToken', 'operationId: later').replace('NotFound.yaml', 'LaterNotFound.yaml'),
      ],
      [
        'components/responses/LaterNotFound.yaml',
        '',
        specText('components/responses/NotFound.yaml').replace('time_used: 2', 'time_used: 3'),
      ],
    ],
    holds: [
      [SCENARIOS, "API_NOT_FOUND: answers['API_NOT_FOUND of later']"],
      [SCENARIOS, "API_NOT_FOUND: answers['API_NOT_FOUND'],"],
      // What they share stands there once.
      [SCENARIOS, /^(?![^]*DENIED of later)/],
    ],
  },
  {
    what: 'an answer of a code under another of its statuses alone',
    edits: [['components/responses/Forbidden.yaml', / {6}CONCURRENCY_LIMIT_EXCEEDED:\n(?: {8}.*\n)+/, '']],
    holds: [
      [SCENARIOS, /CONCURRENCY_LIMIT_EXCEEDED: \{\n.*\n\s+status: 429/],
      [SCENARIOS, /'429': \{\n.*\n\s+status: 429/],
    ],
  },
  {
    what: 'a limit of the size of an answer',
    edits: [[SUCCESS, 'content:\n', 'x-maxBytes: 4000000\ncontent:\n']],
    holds: [['signing/src/generated/operations.ts', '  maxResponseBytes: 4000000,\n']],
  },
  {
    what: 'a field that takes a token',
    edits: [field('    type: string\n    x-takesToken: { from: getBizToken, neverIssued: BAD_ARGUMENTS, used: DENIED }\n')],
    holds: [
      ['sandbox/src/generated/routes.ts', "neverIssued: 'BAD_ARGUMENTS',\n        used: 'DENIED',"],
      ['sandbox/src/generated/routes.ts', "scenarioField: 'liveness_id'"],
    ],
  },
  {
    what: 'an operation that is a preview',
    edits: [[PATH, 'post:\n', 'post:\n  x-stability: preview\n']],
    holds: [
      [TYPES, / \* @experimental [^\n]*\n \*\/\nexport type GetBizTokenRequest /],
      [`${CLIENT}/sdk.gen.ts`, / \* @experimental [^\n]*\n(?: \*\n)? \*\/\nexport const getBizToken /],
      [`${CLIENT}/operations.ts`, / \* @experimental [^\n]*\n {3}\*\/\n {2}getBizToken: /],
      [`${VALIDATOR}/validators.ts`, / \* @experimental [^\n]*\n \*\/\nexport type GetBizTokenInput /],
      [`${VALIDATOR}/validators.ts`, / \* @experimental [^\n]*\n \*\/\nexport function isGetBizTokenInput/],
      ['signing/src/generated/operations.ts', / \* @experimental [^\n]*\n \*\/\nexport const getBizToken:/],
    ],
  },
  {
    what: 'an operation that is none, and a schema that it shares with one',
    edits: [],
    holds: [
      [TYPES, /(?<!@experimental [^\n]*\n \*\/\n)export type GetBizTokenRequest /],
      [TYPES, /(?<!@experimental [^\n]*\n \*\/\n)export type ErrorResponse /],
      ['signing/src/generated/operations.ts', '/** Get a biz_token. */\nexport const getBizToken:'],
    ],
  },
  {
    what: 'a field that is required where another has a value',
    edits: [field('    type: string\n    x-requiredWhen: { liveness_id: scene }\n')],
    holds: [[TYPES, 'extra?: string']],
    request: [['a'], [undefined, 'extra is missing, and required where liveness_id is "scene": add it']],
  },
  {
    what: 'a field that is required where another has a value that it has not here',
    edits: [field('    type: string\n    x-requiredWhen: { liveness_id: another }\n')],
    request: [['a'], [undefined]],
  },
  {
    what: 'a file of some types',
    edits: [
      field(
        '    type: string\n    format: binary\n    x-fileTypes: { allowed: [image/png], other: BAD_ARGUMENTS }\n    x-personal: true\n',
      ),
      [PATH, /^( +)sign_version: hmac_sha1\n/gm, '$1sign_version: hmac_sha1\n$1extra: the bytes of a picture\n'],
    ],
    holds: [
      ['signing/src/generated/operations.ts', /getBizToken:[^]*fileTypes: \{\n {4}extra: \{\n {6}'image\/png': '89504e470d0a1a0a',/],
      ['signing/src/generated/operations.ts', "personal: ['extra'],"],
      ['sandbox/src/generated/routes.ts', /extra: \{\n\s+kind: 'file',\n\s+many: false,\n\s+isPersonal: true,\n\s+types: \{/],
      ['client/src/generated/personalFields.ts', /getBizToken: \{\n {4}request: \['extra'\],/],
      [
        'client/src/generated/examples.ts',
        "new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'the bytes of a picture'], { type: 'image/png' })",
      ],
    ],
  },
  {
    what: 'a file with a limit',
    edits: [field('    type: string\n    format: binary\n    x-maxBytes: 2000000\n')],
    holds: [
      ['client/src/generated/byteLimits.ts', 'extra: 2000000'],
      ['sandbox/src/generated/routes.ts', 'maxBytes: 2000000'],
      [TYPES, 'extra?: PlatformBlob'],
    ],
    request: [
      [new Blob([new Uint8Array(2_000_000)])],
      [new Blob([new Uint8Array(2_000_001)]), 'extra must be a file of at most 2000000 bytes, and has 2000001 bytes: send a smaller one'],
      ['text', /must be a Blob or File/],
    ],
  },
  {
    what: 'many files with a limit',
    edits: [field('    type: array\n    items: { type: string, contentMediaType: image/jpeg, x-maxBytes: 3 }\n')],
    holds: [['client/src/generated/byteLimits.ts', 'extra: 3']],
    request: [[[new Blob(['abc'])]], [[new Blob(['abc']), new Blob(['abcd'])], /^extra\.1 must be a file of at most 3 bytes/]],
  },
  {
    what: 'an answer of allOf, with its token',
    edits: [
      [
        'components/schemas/Common.yaml',
        '',
        'type: object\ndescription: In each answer.\nrequired: [request_id]\nproperties:\n  request_id: { type: string, description: Its ID. }\n  time_used: { type: integer, description: Its time. }\n',
      ],
      [
        'components/schemas/Token.yaml',
        '',
        'type: object\ndescription: A token.\nrequired: [biz_token]\nproperties:\n  biz_token: { type: string, description: It., x-lifetimeSeconds: 3600 }\n',
      ],
      [ANSWER, /[^]*/, 'description: An answer.\ntype: object\nallOf:\n  - $ref: Common.yaml\n  - $ref: Token.yaml\n'],
    ],
    holds: [
      ['sandbox/src/generated/routes.ts', 'biz_token: 3600'],
      [TYPES, 'GetBizTokenResponse = Common & Token'],
    ],
  },
  {
    what: 'lengths in characters',
    edits: [field('    type: string\n    minLength: 2\n    maxLength: 3\n')],
    request: [['😀😀😀'], ['😀', /at least 2 characters/], ['😀😀😀😀', /at most 3 characters/]],
  },
  {
    what: 'items that are objects, each once',
    edits: [
      inAnswer(
        '    type: array\n    uniqueItems: true\n    items: { type: object, properties: { a: { type: integer, description: A. } } }\n',
      ),
    ],
    answer: [[[{ a: 1 }, { a: 2 }]], [[{ a: 1 }, { a: 1 }], /same item twice/]],
  },
  {
    what: 'a const that is an object',
    edits: [inAnswer('    const: { a: [1, 2] }\n')],
    answer: [[{ a: [1, 2] }], [{ a: [2, 1] }, /must be \{"a":\[1,2\]\}/]],
  },
  {
    what: 'a step in decimals',
    edits: [inAnswer('    type: number\n    multipleOf: 0.01\n')],
    answer: [[19.99], [0.07], [19.999, /multiple of 0.01/]],
  },
  {
    what: 'a pattern',
    edits: [field('    type: string\n    pattern: "^\\\\p{L}+$"\n')],
    request: [['é'], ['1', /must match the regular expression/]],
  },
  {
    what: 'a pattern of words between hyphens',
    edits: [field('    type: string\n    pattern: "^[a-z]+(-[a-z0-9]+)*$"\n')],
    request: [['a-b2-c'], ['a--b', /must match the regular expression/]],
  },
  {
    what: 'what an array is made of',
    edits: [
      inAnswer(
        '    type: array\n    prefixItems: [{ type: string }, { type: integer }]\n    items: { type: boolean }\n    contains: { const: true }\n',
      ),
    ],
    answer: [[['a', 1, true]], [['a', 1, false], /at least 1 item of the kind/], [[1], /extra\.0 must be of type string/]],
  },
  {
    what: 'what an object is made of',
    edits: [
      inAnswer(
        '    type: object\n    patternProperties: { "^n_": { type: integer } }\n    additionalProperties: { type: string }\n    propertyNames: { maxLength: 5 }\n    minProperties: 1\n',
      ),
    ],
    answer: [
      [{ n_1: 1, b: 'x' }],
      [{ n_1: 'x' }, /extra\.n_1 must be of type integer/],
      [{ b: 1 }, /extra\.b must be of type string/],
      [{ longer_name: 'x' }, /whose name the API does not allow|at most 5/],
      [{}, /at least 1 field/],
    ],
  },
  {
    what: 'what depends',
    edits: [
      inAnswer(
        '    type: object\n    properties: { a: { type: integer, description: A. }, b: { type: integer, description: B. } }\n    dependentRequired: { a: [b] }\n    if: { properties: { a: { const: 1 } }, required: [a] }\n    then: { properties: { b: { minimum: 3 } } }\n    not: { properties: { b: { const: 7 } }, required: [b] }\n',
      ),
    ],
    answer: [
      [{ a: 1, b: 3 }],
      [{ a: 2, b: 1 }],
      [{ a: 1 }, 'extra.b is missing, and a needs it: add it, or leave a out'],
      [{ a: 1, b: 1 }, /extra\.b must be at least 3/],
      [{ a: 2, b: 7 }, /rules out/],
    ],
  },
  {
    what: 'a schema that holds itself',
    edits: [
      [
        'components/schemas/Tree.yaml',
        '',
        'type: object\ndescription: A tree.\nproperties:\n  leaf: { type: string, description: A leaf. }\n  branches:\n    type: array\n    description: Its branches.\n    items: { $ref: Tree.yaml }\n',
      ],
      [ANSWER, 'properties:\n', 'properties:\n  extra: { $ref: Tree.yaml }\n'],
    ],
    answer: [
      [{ branches: [{ leaf: 'a' }] }],
      [{ branches: [{ leaf: 1 }] }, 'extra.branches.0.leaf must be of type string, and is a number'],
    ],
  },
  {
    what: 'a field for 200,000 bytes',
    edits: [field('    type: string\n    x-maxBytes: 200000\n')],
    holds: [['sandbox/src/generated/routes.ts', 'maxBytes: 200000']],
    request: [['x'.repeat(200_000)], ['x'.repeat(200_001), /at most 200000 bytes/]],
  },
  {
    what: 'an operation on its way out',
    edits: [[PATH, 'post:\n', 'post:\n  deprecated: true\n']],
    holds: [['client/src/generated/operations.ts', '@deprecated']],
  },
  {
    what: 'an operation without a description',
    edits: [[PATH, / {2}description: \|\n(?: {4}.*\n|\n)+/, '']],
    holds: [['client/src/generated/operations.ts', 'Get a biz_token.']],
  },
  {
    what: 'names of an answer that are no names of JavaScript',
    edits: [
      [
        ANSWER,
        'properties:\n',
        `properties:\n  "a'b\\"c":\n    type: string\n    description: More.\n  "*/ \${x} \`":\n    type: string\n    description: More.\n  "</script>":\n    type: string\n    enum: ["*/", "\`\${x}", "it's", "\\"", "\\\\", "</script>", "\\u2028"]\n    description: More.\n`,
      ],
    ],
    holds: [[TYPES, '</script>']],
  },
  {
    what: 'another algorithm',
    edits: [
      [SIGNATURE, 'algorithm: hmac_sha1', 'algorithm: hmac_sha256'],
      [SIGNATURE, 'digest: HMAC-SHA1\ndigestBytes: 20', 'digest: HMAC-SHA256\ndigestBytes: 32'],
      [SIGNATURE, /digestHex: .*/, `digestHex: ${SHA256.digestHex}`],
      [SIGNATURE, /sign: q1l.*/, `sign: ${SHA256.sign}`],
      [REQUEST, 'const: hmac_sha1', 'const: hmac_sha256'],
      [PATH, /sign: q1l.*/g, `sign: ${SHA256.sign}`],
      [PATH, /sign_version: hmac_sha1/g, 'sign_version: hmac_sha256'],
      ['components/schemas/VerifyRequest.yaml', 'const: hmac_sha1', 'const: hmac_sha256'],
      ['paths/verify.yaml', /sign: q1l.*/g, `sign: ${SHA256.sign}`],
      ['paths/verify.yaml', /sign_version: hmac_sha1/g, 'sign_version: hmac_sha256'],
    ],
    holds: [
      ['signing/src/generated/hash.ts', "= 'sha256'"],
      ['signing/src/generated/portableHash.ts', "sha256 as portableHash } from '@noble/hashes/sha2.js'"],
      ['client/src/generated/signatureScheme.ts', 'digestBytes: 32'],
    ],
  },
  {
    what: 'a second example of success',
    edits: [
      [
        SUCCESS,
        '    examples:\n',
        '    examples:\n      usual:\n        summary: A token\n        value: { biz_token: a, time_used: 1, request_id: r }\n',
      ],
    ],
    holds: [
      ['sandbox/src/generated/scenarios.ts', "success: 'sandbox-success'"],
      ['sandbox/src/generated/scenarios.ts', 'isSuccess: true'],
      ['sandbox/src/generated/routes.ts', "biz_token: 'a'"],
    ],
  },
  {
    what: 'a GET that is signed in its query',
    edits: [
      [PATH, 'post:\n', 'get:\n'],
      [
        PATH,
        /^ {2}requestBody:\n(?: {4}.*\n)+/m,
        `  parameters:
    - { name: sign, in: query, required: true, description: S., schema: { type: string, minLength: 1 } }
    - { name: sign_version, in: query, required: true, description: V., schema: { type: string, const: hmac_sha1 } }
    - { name: liveness_id, in: query, required: true, description: L., schema: { type: string, minLength: 1 }, example: a }
    - name: extra
      in: query
      description: More.
      deprecated: true
      schema: { type: integer, minimum: 1 }
      examples: { one: { value: 1 }, two: { value: 2 } }
`,
      ],
      // Nothing refers to the schema of the body any more.
    ],
    holds: [
      [TYPES, /query: \{[^}]*liveness_id: string;[^}]*@deprecated[^}]*extra\?: number/],
      ['client/src/generated/operations.ts', "body: GetBizTokenData['query']"],
      ['client/src/generated/examples.ts', 'extra: 1'],
      [
        'signing/src/generated/operations.ts',
        /import \{ asQuery \} from '..\/request\/encodeQuery.ts';\n[^]*getBizToken: [^]*?encoder: asQuery,/,
      ],
      ['sandbox/src/generated/routes.ts', "encoding: 'query'"],
      ['validator/src/generated/validators.ts', 'validateGetBizTokenQuery'],
    ],
    request: [[1], [0, 'extra must be at least 1'], ['1', /must be of type integer/]],
  },
  {
    what: 'a body of JSON',
    edits: [[PATH, 'multipart/form-data:', 'application/json:'], field("    type: [array, 'null']\n    items: { type: object }\n")],
    holds: [
      [TYPES, /extra\?: Array<\{/],
      [
        'signing/src/generated/operations.ts',
        /import \{ asJson \} from '..\/request\/encodeJson.ts';\n[^]*getBizToken: [^]*?encoder: asJson,/,
      ],
      ['sandbox/src/generated/routes.ts', "encoding: 'json'"],
    ],
    request: [[null], [[{}]], [[1], /extra\.0 must be of type object/]],
  },
  { what: 'hostile text wherever there is text', edits: hostileEdits(testSpec) },
  {
    what: 'hostile values and names of examples',
    edits: [
      ['components/responses/BadGateway.yaml', /value: .*/, `value: ${JSON.stringify(HOSTILE)}`],
      ['components/responses/Forbidden.yaml', 'UNLISTED_REASON:', `${JSON.stringify(HOSTILE)}:`],
      // A token is printable ASCII without blanks.
      [SUCCESS, /biz_token: .*/, `biz_token: ${JSON.stringify(HOSTILE.replaceAll(/[^!-~]/g, ''))}`],
      [SUCCESS, /request_id: .*/, `request_id: ${JSON.stringify(HOSTILE)}`],
      [PATH, /liveness_id: example-scene/g, `liveness_id: ${JSON.stringify(HOSTILE.replaceAll('$', '$$$$'))}`],
      [PATH, 'tags: [Token]', `tags: [${JSON.stringify(HOSTILE)}]`],
      ['openapi.yaml', 'name: Token', `name: ${JSON.stringify(HOSTILE)}`],
      ['openapi.yaml', 'description: Indonesia', `description: ${JSON.stringify(HOSTILE)}`],
    ],
  },
];

const { specs, remove } = await editedSpecs(new Map(rights.map(({ edits }, index) => [`s${index}`, edits])));
const made = new Map<number, Outputs>();
// Within the packages' folder, so that what is written there finds what it imports.
const scratch = join(root, 'node_modules/.cache/finauth-generate/right');

beforeAll(async () => {
  rmSync(scratch, { recursive: true, force: true });
  for (const [index, { what }] of rights.entries()) {
    const { contract, refusal } = specs.get(`s${index}`)!;
    if (!contract) throw new Error(`${what} is refused:\n${refusal}`);
    const outputs = await generateFrom(contract);
    made.set(index, outputs);
    for (const [path, text] of outputs) {
      if (!path.startsWith(CLIENT) && !path.startsWith(VALIDATOR) && !path.startsWith(SANDBOX)) continue;
      const file = join(scratch, `s${index}`, path);
      mkdirSync(dirname(file), { recursive: true });
      // The workspace has one validator, and each of these has its own.
      writeFileSync(file, text.replaceAll("'@finauth-sdk/validator'", "'../../../validator/src/generated/index.ts'"));
    }
    const beside = (folder: string, names: string[]) => {
      for (const name of names) {
        const text = readFileSync(join(root, folder, name), 'utf8');
        const file = join(scratch, `s${index}`, folder, name);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text.replaceAll("'@finauth-sdk/validator'", "'../../../validator/src/generated/index.ts'"));
      }
    };
    beside(
      'packages/validator/src',
      readdirSync(join(root, 'packages/validator/src')).filter((name) => /^\w+\.ts$/.test(name)),
    );
    beside('packages/sandbox/src/api', ['outcome.ts', 'route.ts', 'scenario.ts']);
  }
});
afterAll(() => {
  remove();
  rmSync(scratch, { recursive: true, force: true });
});

test('all of it type-checks', () => {
  const config = join(scratch, 'tsconfig.json');
  const compilerOptions = {
    declaration: true,
    isolatedDeclarations: true,
    exactOptionalPropertyTypes: false,
    types: ['node'],
    typeRoots: [join(root, 'tools/generate/node_modules/@types')],
  };
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, include: ['.'] }));
  expect(
    spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', config], { encoding: 'utf8' }).stdout,
  ).toBe('');
});

describe.each(rights.map((right, index) => ({ ...right, index })))('$what', ({ holds = [], request = [], answer = [], index }) => {
  const fileOf = (end: string) => [...made.get(index)!].find(([path]) => path.endsWith(end))![1];
  const validators = async () =>
    (await import(pathToFileURL(join(scratch, `s${index}`, VALIDATOR, 'validators.ts')).href)) as Record<string, Validate>;

  test.each(holds)('is in the code: %s', (file, text) => {
    expect(fileOf(file)).toMatch(text);
  });

  const sides = [
    ['request', 'validateGetBizTokenInput', { liveness_id: 'scene' }, request],
    ['answer', 'validateGetBizTokenResponse', { request_id: 'r', time_used: 1, biz_token: 't' }, answer],
  ] as const;
  test.each(sides.filter(([, , , values]) => values.length > 0))('is checked as a field of a %s', async (_, name, base, values) => {
    for (const [extra, message] of values) {
      const verdict = (await validators())[name]!({ ...base, extra });
      if (message === undefined) expect(verdict).toMatchObject({ valid: true });
      else expect(verdict.issues?.map((issue) => issue.message).join('\n')).toMatch(message);
    }
  });

  test('brings in nothing but its own', () => {
    const code = fileOf('checks.js');
    expect(code).not.toMatch(/\brequire\(|\beval\b|new Function/);
    expect([...code.matchAll(/from '([^']+)'/g)].filter(([, from]) => !/^\.\.\/\w+\.ts$/.test(from!))).toEqual([]);
  });
});

test('no text has become code: without comments and literals, every file is what it is without it', () => {
  const plain = made.get(0)!;
  const hostile = made.get(rights.findIndex(({ what }) => what === 'hostile text wherever there is text'))!;
  expect([...hostile.keys()]).toEqual([...plain.keys()]);
  for (const [path, text] of hostile) expect(tokens(text), path).toEqual(tokens(plain.get(path)!));
  const values = made.get(rights.length - 1)!;
  for (const [path, text] of values)
    expect(
      tokens(text).filter((token) => token.includes('pwned')),
      path,
    ).toEqual([]);
});

test('and none of it is a tag of TSDoc, or runs when it is imported', async () => {
  const index = rights.findIndex(({ what }) => what === 'hostile text wherever there is text');
  for (const [path, text] of made.get(index)!) {
    if (path.includes('/core/') || path.includes('/client/src/generated/client/')) continue;
    expect(text.match(/^\s*\*(?:\s*@(?:deprecated|internal)|.*\{@link pwned)/gm), path).toBeNull();
    expect(text, path).not.toMatch(/^\s*\*.*(?<!\\)<(?:\/?script|img)|<\/script/im);
  }
  for (const at of [index, rights.length - 1]) await import(pathToFileURL(join(scratch, `s${at}`, CLIENT, 'errorCatalogue.ts')).href);
  expect(globalThis).not.toHaveProperty('pwned');
});

/** The tokens of a file, each literal as the kind that it is. */
function tokens(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const found: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    found.push(kind === ts.SyntaxKind.StringLiteral ? 'text' : scanner.getTokenText());
  }
  return found;
}
