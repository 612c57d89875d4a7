import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Edit, editedSpecs } from '../testing/editedSpecs.ts';

const REQUEST = 'components/schemas/GetBizTokenRequest.yaml';
const ANSWER = 'components/schemas/GetBizTokenResponse.yaml';
const PATH = 'paths/get_biz_token.yaml';
const ERRORS = 'errors.yaml';
const ROOT = 'openapi.yaml';
const SIGNATURE = 'signature.yaml';
const SUCCESS = 'components/responses/BizToken.yaml';
const FORBIDDEN = 'components/responses/Forbidden.yaml';
const VERIFY = 'paths/verify.yaml';
const VERIFY_REQUEST = 'components/schemas/VerifyRequest.yaml';
const VERIFIED = 'components/responses/Verified.yaml';
const RESULTS = 'results.yaml';
const BUSY = 'components/responses/TooManyRequests.yaml';

interface Wrong {
  what: string;
  edits: Edit[];
  /** The text at whose line the message has to point, and its file where it is another than the first that is edited. */
  points?: string;
  at?: string;
  says: string;
}

/** A field of the request, or of the answer, that is described so. */
const field = (schema: string, file = REQUEST): Edit => [file, 'properties:\n', `properties:\n  extra:\n    description: More.\n${schema}`];
const inAnswer = (schema: string) => field(schema, ANSWER);
/** A file of its own, to which the answer refers. */
const type = (name: string, text = 'type: string\ndescription: A word.\n'): Edit[] => [
  [`components/schemas/${name}.yaml`, '', text],
  [ANSWER, 'properties:\n', `properties:\n  extra:\n    $ref: ${name}.yaml\n`],
];

const kind = (name: string) =>
  `type: object\ndescription: A kind.\nrequired: [kind]\nproperties:\n  kind: { type: string, const: ${name}, description: Which. }\n`;

/** A GET with these parameters beside those of the signature, in the place of the POST. */
const asGet = (parameters: string, signature = SIGNED): Edit[] => [
  [PATH, 'post:\n', 'get:\n'],
  [PATH, /^ {2}requestBody:\n(?: {4}.*\n)+/m, `  parameters:\n${signature}${parameters}`],
];
const SIGNED = `    - { name: sign, in: query, required: true, description: S., schema: { type: string } }
    - { name: sign_version, in: query, required: true, description: V., schema: { type: string, const: hmac_sha1 } }
`;
const parameter = (schema: string, rest = 'in: query') => `    - { name: extra, ${rest}, description: More., schema: ${schema} }\n`;

const wrongs: Wrong[] = [
  // Keywords
  ...(
    [
      ['minimum', '    type: string\n    minimum: 3\n', 'minimum says nothing about a value of type string'],
      ['maxLength', '    type: integer\n    maxLength: 3\n', 'maxLength says nothing about a value of type integer'],
      ['items', '    type: string\n    items: { type: string }\n', "'string' type should not contain 'items'"],
      ['x-maxBytes', '    type: integer\n    x-maxBytes: 3\n', 'x-maxBytes says nothing about a value of type integer'],
      ['x-maxBytes', '    type: string\n    x-maxBytes: 0\n', 'Write a whole number above 0'],
      ['x-maxBytes', '    type: string\n    x-maxBytes: 1.5\n', 'Write a whole number above 0'],
      ['pattern', '    type: string\n    pattern: "^(a+)+$"\n', 'a repetition within a repetition'],
      ['pattern', '    type: string\n    pattern: "^(\\\\d+\\\\s*)+$"\n', 'a repetition within a repetition'],
      ['minLength', '    type: string\n    minLength: 4\n    maxLength: 3\n', 'nothing is both'],
      ['contentSchema', '    type: string\n    contentSchema: { type: object }\n', 'no code of contentSchema'],
      ['$anchor', '    type: string\n    $anchor: here\n', 'no code of $anchor'],
      ['unevaluatedItems', '    type: array\n    items: { type: string }\n    unevaluatedItems: false\n', 'no code of unevaluatedItems'],
    ] as const
  ).map(([keyword, schema, says]) => ({
    what: `a field with ${keyword} that cannot be: ${says}`,
    edits: [field(schema)],
    points: `${keyword}:`,
    says,
  })),
  {
    what: 'unevaluatedProperties',
    edits: [[ANSWER, 'type: object\n', 'type: object\nunevaluatedProperties: false\n']],
    points: 'unevaluatedProperties:',
    says: 'Write additionalProperties in each object',
  },
  {
    what: 'a limit of bytes without a type',
    edits: [inAnswer('    x-maxBytes: 5\n')],
    points: 'x-maxBytes: 5',
    says: 'x-maxBytes and no type',
  },
  {
    what: 'a pattern that is none',
    edits: [inAnswer('    type: string\n    pattern: "["\n')],
    points: 'pattern:',
    says: 'no regular expression',
  },
  {
    what: 'a pattern that is none, in a field that an example has',
    edits: [[REQUEST, '  liveness_id:\n    type: string\n', "  liveness_id:\n    type: string\n    pattern: '^[\\w-.]+$'\n"]],
    points: 'pattern:',
    says: 'no regular expression',
  },
  {
    what: 'an enum of nothing',
    edits: [field('    type: string\n    enum: []\n')],
    points: 'enum:',
    says: 'The enum of extra has no value',
  },
  {
    what: 'a discriminator',
    edits: [
      ['components/schemas/One.yaml', '', kind('one')],
      ['components/schemas/Two.yaml', '', kind('two')],
      inAnswer('    oneOf: [{ $ref: One.yaml }, { $ref: Two.yaml }]\n    discriminator: { propertyName: kind }\n'),
    ],
    points: 'discriminator:',
    at: ANSWER,
    says: 'no code of discriminator',
  },
  {
    what: 'a oneOf in which one lets the other in',
    edits: [inAnswer('    oneOf:\n      - { type: string, enum: [A, B] }\n      - { type: string }\n')],
    points: 'oneOf:',
    says: 'must be mutually exclusive',
  },
  {
    what: 'an enum of other types than its own',
    edits: [inAnswer('    type: integer\n    enum: [A]\n')],
    points: '    enum: [A]',
    says: 'must be of the same type',
  },
  {
    what: 'a keyword that nobody knows',
    edits: [inAnswer('    type: string\n    minimumLength: 3\n')],
    points: 'minimumLength',
    says: 'minimumLength',
  },
  {
    what: 'an extension with a slip',
    edits: [field('    type: string\n    x-maxByte: 3\n')],
    points: 'x-maxByte:',
    says: 'Write x-maxBytes, if that is meant',
  },
  {
    what: 'an extension in other capitals',
    edits: [[ANSWER, 'x-lifetimeSeconds', 'x-lifetimeseconds']],
    points: 'x-lifetimeseconds',
    says: 'Write x-lifetimeSeconds',
  },
  ...(
    [
      ['nothing but a name', 'x-takesToken: getBizToken', 'x-takesToken:', 'no map of keys and values'],
      ['no operation', `x-takesToken: { neverIssued: DENIED }`, 'x-takesToken:', 'has no from'],
      ['no answer to one that was never given', 'x-takesToken: { from: getBizToken, used: DENIED }', 'x-takesToken:', 'has no neverIssued'],
      [
        'a key with a slip',
        'x-takesToken: { from: getBizToken, neverIssued: DENIED, expire: DENIED }',
        'expire:',
        'a key expire that nothing reads',
      ],
      [
        'a key with no name',
        'x-takesToken: { from: getBizToken, neverIssued: 4 }',
        'neverIssued: 4',
        'The neverIssued of x-takesToken is no name',
      ],
      [
        'an operation that there is not',
        'x-takesToken: { from: getToken, neverIssued: DENIED }',
        'from: getToken',
        'Write one of getBizToken',
      ],
      [
        'a field that is no token',
        'x-takesToken: { from: getBizToken, field: time_used, neverIssued: DENIED }',
        'field: time_used',
        'is no token of getBizToken',
      ],
      [
        'an answer that there is not',
        'x-takesToken: { from: getBizToken, neverIssued: DENIED, expired: GONE }',
        'expired: GONE',
        'getBizToken has no answer called GONE',
      ],
      ['the usual success as an answer', 'x-takesToken: { from: getBizToken, neverIssued: ok }', 'neverIssued: ok', 'no answer called ok'],
    ] as const
  ).map(([what, line, points, says]) => ({
    what: `a field that takes a token, with ${what}`,
    edits: [field(`    type: string\n    ${line}\n`)],
    points,
    says,
  })),
  {
    what: 'a number that takes a token',
    edits: [field('    type: integer\n    x-takesToken: { from: getBizToken, neverIssued: DENIED }\n')],
    points: 'x-takesToken:',
    says: 'x-takesToken says nothing about a value of type integer',
  },
  {
    what: 'a field of an answer that takes a token',
    edits: [inAnswer('    type: string\n    x-takesToken: { from: getBizToken, neverIssued: DENIED }\n')],
    points: 'x-takesToken:',
    says: 'What stands here takes no token',
  },
  {
    what: 'a list whose items take tokens',
    edits: [field('    type: array\n    items: { type: string, x-takesToken: { from: getBizToken, neverIssued: DENIED } }\n')],
    points: 'x-takesToken:',
    says: 'What stands here takes no token',
  },
  {
    what: 'a token of an operation that gives none',
    edits: [
      field('    type: string\n    x-takesToken: { from: getBizToken, neverIssued: DENIED }\n'),
      [ANSWER, /^ +x-lifetimeSeconds: .*\n/m, ''],
    ],
    points: 'from: getBizToken',
    says: 'getBizToken gives no token',
  },
  {
    what: 'a token of an operation that gives two',
    edits: [
      field('    type: string\n    x-takesToken: { from: getBizToken, neverIssued: DENIED }\n'),
      inAnswer('    type: string\n    x-lifetimeSeconds: 60\n'),
      [SUCCESS, /^( +)time_used: /m, '$1extra: another\n$1time_used: '],
    ],
    points: 'from: getBizToken',
    says: 'Write `field` with extra or biz_token',
  },
  {
    what: 'a slip in x-takesToken',
    edits: [field('    type: string\n    x-takeToken: { from: getBizToken, neverIssued: DENIED }\n')],
    points: 'x-takeToken',
    says: 'Write x-takesToken',
  },
  {
    what: 'a limit of an answer that is no number',
    edits: [[SUCCESS, 'content:\n', 'x-maxBytes: 2 MB\ncontent:\n']],
    points: 'x-maxBytes:',
    says: 'The x-maxBytes of the success of getBizToken is no number of bytes',
  },
  {
    what: 'a limit of a failure',
    edits: [[FORBIDDEN, 'content:\n', 'x-maxBytes: 2000\ncontent:\n']],
    points: 'x-maxBytes:',
    says: 'beside the description of the response 200 of getBizToken',
  },
  {
    what: 'a limit of an operation',
    edits: [[PATH, '  tags:', '  x-maxBytes: 2000\n  tags:']],
    points: 'x-maxBytes:',
    says: 'beside the description of the response 200 of getBizToken',
  },
  {
    what: 'a limit within an answer',
    edits: [[SUCCESS, '  application/json:\n', '  application/json:\n    x-maxBytes: 2000\n']],
    points: 'x-maxBytes:',
    says: 'beside the description of the response 200 of getBizToken',
  },
  {
    what: 'an answer longer than its limit',
    edits: [[SUCCESS, 'content:\n', 'x-maxBytes: 20\ncontent:\n']],
    points: '      success:',
    says: 'The example success is longer than the x-maxBytes of its answer, 20',
  },
  {
    what: 'a rule beside a reference',
    edits: [...type('Word'), [ANSWER, '$ref: Word.yaml\n', '$ref: Word.yaml\n    minLength: 3\n']],
    points: 'minLength: 3',
    at: ANSWER,
    says: 'stands beside a $ref',
  },
  {
    what: 'an answer that is a file',
    edits: [inAnswer('    type: string\n    format: binary\n')],
    points: 'format: binary',
    says: 'an answer in JSON can hold none',
  },
  {
    what: 'a file with a pattern',
    edits: [field('    type: string\n    format: binary\n    maxLength: 3\n')],
    points: 'maxLength',
    says: 'says nothing about a file',
  },
  {
    what: 'a file in an object',
    edits: [field('    type: object\n    properties:\n      inner: { type: string, format: binary, description: A file. }\n')],
    points: 'inner:',
    says: 'a file within another field',
  },
  {
    what: 'a read-only field of a request',
    edits: [field('    type: string\n    readOnly: true\n')],
    points: 'readOnly',
    says: 'Take it out of the request',
  },
  {
    what: 'a write-only field of an answer',
    edits: [inAnswer('    type: string\n    writeOnly: true\n')],
    points: 'writeOnly',
    says: 'Take it out of the answer',
  },
  {
    what: 'a token within a field',
    edits: [inAnswer('    type: object\n    properties:\n      inner: { type: string, description: A token., x-lifetimeSeconds: 60 }\n')],
    points: 'inner:',
    says: 'Only a field at the top',
  },
  {
    what: 'a token that is a number',
    edits: [inAnswer('    type: integer\n    x-lifetimeSeconds: 60\n')],
    points: 'x-lifetimeSeconds: 60',
    says: 'x-lifetimeSeconds says nothing',
  },

  // Requests
  {
    what: 'a field of a form that may be null',
    edits: [field("    type: [integer, 'null']\n")],
    points: 'extra:',
    says: 'a form can say no null',
  },
  { what: 'a field of a form without a type', edits: [field('')], points: 'extra:', says: 'a form has to know how to read it' },
  {
    what: 'a field of a form that is a list or not',
    edits: [field('    type: [array, string]\n    items: { type: string }\n')],
    points: 'extra:',
    says: 'cannot tell apart',
  },
  {
    what: 'a required list that may be empty',
    edits: [
      field('    type: array\n    items: { type: string }\n'),
      [REQUEST, 'required: [', 'required: [extra, '],
      [PATH, /^( +)sign_version: hmac_sha1\n/gm, '$1sign_version: hmac_sha1\n$1extra: [a]\n'],
    ],
    points: 'extra:\n',
    says: 'Give it `minItems: 1`',
  },
  {
    what: 'a field that every object has',
    edits: [[REQUEST, 'properties:\n', 'properties:\n  constructor:\n    type: string\n    description: More.\n']],
    points: 'constructor:',
    says: 'every object of JavaScript has it',
  },
  {
    what: 'a field with a quote in its name',
    edits: [[REQUEST, 'properties:\n', "properties:\n  a'b:\n    type: string\n    description: More.\n"]],
    points: "a'b:",
    says: 'cannot be the name of a field',
  },
  {
    what: '__proto__',
    edits: [[ANSWER, 'properties:\n', 'properties:\n  __proto__:\n    type: string\n    description: More.\n']],
    points: '__proto__:',
    says: '__proto__ cannot be a name',
  },
  {
    what: 'a body of anyOf',
    edits: [[REQUEST, 'type: object\n', 'type: object\nanyOf:\n  - required: [uuid]\n  - required: [liveness_id]\n']],
    points: 'anyOf:',
    says: 'has anyOf',
  },
  {
    what: 'a body with further fields',
    edits: [[REQUEST, 'type: object\n', 'type: object\nadditionalProperties: { type: string }\n']],
    points: 'additionalProperties',
    says: 'has additionalProperties',
  },
  { what: 'a body that may be left out', edits: [[PATH, '    required: true\n', '']], points: 'requestBody:', says: 'may be left out' },
  {
    what: 'an encoding of a part',
    edits: [
      [
        PATH,
        '        examples:\n          withUuid',
        '        encoding:\n          uuid: { contentType: text/plain }\n        examples:\n          withUuid',
      ],
    ],
    points: 'encoding:',
    says: 'Nothing reads the encoding',
  },

  // Answers
  {
    what: 'a status of many',
    edits: [[PATH, '    "404":', '    4XX:']],
    points: '4XX:',
    says: 'is not the status of a success or a failure',
  },
  {
    what: 'a default answer',
    edits: [[PATH, '    "404":', '    default:']],
    points: 'default:',
    says: 'is not the status of a success or a failure',
  },
  {
    what: 'a success of a list',
    edits: [
      [ANSWER, /type: object[^]*/, 'type: array\ndescription: Tokens.\nitems:\n  type: string\n'],
      [SUCCESS, /value:\n[^]*/, 'value: [a]\n'],
    ],
    points: 'type: array',
    says: 'is not an object',
  },
  {
    what: 'a success with an error',
    edits: [[ANSWER, 'properties:\n', 'properties:\n  error:\n    type: string\n    description: None.\n']],
    points: 'error:',
    says: 'has a field error',
  },
  {
    what: 'an example without a name',
    edits: [[SUCCESS, /    examples:\n[^]*/, '    example:\n      biz_token: t\n      time_used: 1\n      request_id: r\n']],
    points: 'example:',
    says: 'An example without a name',
  },
  {
    what: 'a value that is elsewhere',
    edits: [[SUCCESS, /value:\n[^]*/, 'externalValue: https://example.com/a.json\n']],
    points: 'externalValue:',
    says: 'The value of an example is elsewhere',
  },
  {
    what: 'a header of two lines',
    edits: [['components/headers/RetryAfter.yaml', 'example: "2"', 'example: "2\\r\\nSet-Cookie: a=b"']],
    points: 'example:',
    says: 'cannot be sent as a header',
  },
  {
    what: 'a header that the server sets',
    edits: [[BUSY, '  Retry-After:', '  Content-Length:']],
    points: 'Content-Length:',
    says: 'cannot be a header',
  },

  // Names
  ...(
    [
      'Region',
      'Operations',
      'GetBizTokenInput',
      'GetBizTokenData',
      'GetBizTokenErrors',
      'Verdict',
      'Blob',
      'Record',
      'Omit',
      'FinAuthApiError',
      'Middleware',
      'Options',
    ] as const
  ).map((name) => ({
    what: `a schema called ${name}`,
    edits: type(name),
    points: `$ref: ${name}.yaml`,
    at: ANSWER,
    says: `becomes ${name} in the code`,
  })),
  {
    what: 'a schema in kebab case',
    edits: type('my-word'),
    points: '$ref: my-word.yaml',
    at: ANSWER,
    says: 'my-word cannot be the name of a schema',
  },
  ...['createClient', 'operations', 'servers', 'hasOwnProperty'].map((id) => ({
    what: `an operation called ${id}`,
    edits: [[PATH, 'operationId: getBizToken', `operationId: ${id}`] as Edit],
    points: `operationId: ${id}`,
    says: `becomes ${id} in the code`,
  })),
  {
    what: 'an operation called as a validator is',
    edits: [[PATH, 'operationId: getBizToken', 'operationId: validateGetBizTokenRequest']],
    points: '$ref: ../components/schemas/GetBizTokenRequest.yaml',
    says: 'becomes validateGetBizTokenRequest in the code',
  },
  {
    what: 'a path with a quote',
    edits: [[ROOT, '/finauth/v5/sdk/get_biz_token:', "/finauth/v5/sdk/get_biz_token');process.exit(1);'x:"]],
    points: '/finauth/v5',
    says: 'cannot be the path of an operation',
  },
  {
    what: 'a path with a parameter',
    edits: [
      [ROOT, '/finauth/v5/sdk/get_biz_token:', '/finauth/{version}/get:'],
      [
        PATH,
        'post:\n',
        'parameters:\n  - name: version\n    in: path\n    required: true\n    description: V.\n    schema: { type: string }\npost:\n',
      ],
    ],
    points: '/finauth/{',
    says: 'cannot be the path of an operation',
  },
  {
    what: 'a server with a quote',
    edits: [[ROOT, 'https://api-idn.yljz.com', "https://a'b.example"]],
    points: "https://a'b",
    says: 'is not https and a host alone',
  },
  {
    what: 'two regions at one URL',
    edits: [[ROOT, 'https://api-idn.yljz.com', 'https://api-sgp.yljz.com']],
    points: '  - url: https://api-sgp.yljz.com\n    description: Indonesia',
    says: 'The regions sgp and idn have the same URL',
  },
  {
    what: 'callbacks',
    edits: [
      [
        PATH,
        '  responses:\n',
        '  callbacks:\n    done:\n      "{$request.body#/url}":\n        post:\n          summary: Done\n          operationId: done\n          description: D.\n          responses:\n            "200":\n              description: D.\n            "400":\n              description: D.\n  responses:\n',
      ],
    ],
    points: 'callbacks:',
    says: 'Nothing is made of callbacks',
  },

  // A query, and JSON
  ...(
    [
      ['a list', '{ type: array, items: { type: string } }', 'extra may be a list, and a query can say none'],
      ['an object', '{ type: object }', 'extra may be an object, and a query can say none'],
      ['a file', '{ type: string, format: binary }', 'extra is a file, and a query can say none'],
      ['null', "{ type: [string, 'null'] }", 'extra may be null, and a query can say none'],
      ['anything', '{ description: Whatever. }', 'extra has no type, and a query can say none'],
    ] as const
  ).map(([what, schema, says]) => ({ what: `${what} in a query`, edits: asGet(parameter(schema)), points: 'name: extra', says })),
  ...['style: form', 'explode: true', 'allowReserved: true', 'allowEmptyValue: true'].map((rest) => ({
    what: `a parameter with ${rest}`,
    edits: asGet(parameter('{ type: string }', `in: query, ${rest}`)),
    points: 'name: extra',
    says: `Nothing reads the ${rest.split(':')[0]} of the parameter extra`,
  })),
  {
    what: 'a parameter in a header',
    edits: asGet(parameter('{ type: string }', 'in: header')),
    points: 'name: extra',
    says: 'The parameter extra is in the header',
  },
  {
    what: 'a parameter whose name is none',
    edits: asGet(parameter('{ type: string }').replace('extra', '"a b"')),
    points: 'name: "a b"',
    says: '"a b" cannot be the name of a field',
  },
  {
    what: 'a query without a signature',
    edits: asGet(parameter('{ type: string }'), SIGNED.split('\n')[1] + '\n'),
    points: 'parameters:',
    says: 'The query of getBizToken has no sign: every call of FinAuth is signed in its query',
  },
  {
    what: 'a query whose signature may be left out',
    edits: asGet(parameter('{ type: string }'), SIGNED.replace('required: true, description: S', 'description: S')),
    points: 'parameters:',
    says: 'The query of getBizToken does not require sign',
  },
  {
    what: 'a query that takes another algorithm',
    edits: asGet(parameter('{ type: string }'), SIGNED.replace('hmac_sha1', 'hmac_sha512')),
    points: 'name: sign_version',
    says: 'takes hmac_sha512, and calls are signed by hmac_sha1',
  },
  {
    what: 'a required parameter without an example',
    edits: asGet(parameter('{ type: string }', 'in: query, required: true')),
    points: 'name: extra',
    says: 'The parameter extra of getBizToken has no example',
  },
  {
    what: 'an example of a parameter that breaks its schema',
    edits: asGet(parameter('{ type: string, maxLength: 3 }').replace('More.,', 'More., example: "12345",')),
    points: 'name: extra',
    says: 'schema',
  },
  {
    what: 'a signature in an example of a query that is none',
    edits: asGet('', SIGNED.replace('description: S.,', 'description: S., example: c2lnbg==,')),
    points: 'name: sign,',
    says: 'The sign of the example example is not one that',
  },
  {
    what: 'a GET without parameters',
    edits: [
      [PATH, 'post:\n', 'get:\n'],
      [PATH, /^ {2}requestBody:\n(?: {4}.*\n)+/m, ''],
    ],
    points: 'get:',
    says: 'getBizToken is a GET, and has no parameters',
  },
  {
    what: 'a body of two media types',
    edits: [[PATH, /^( {6}multipart\/form-data:\n)((?: {8}.*\n)+)/m, '$1$2      application/json:\n$2']],
    points: 'application/json:',
    says: 'The body of getBizToken is not of one media type',
  },
  {
    what: 'a file in JSON',
    edits: [[PATH, 'multipart/form-data:', 'application/json:'], field('    type: string\n    format: binary\n')],
    points: 'extra:',
    at: REQUEST,
    says: 'extra is a file, and a body of JSON can hold none',
  },
  {
    what: 'files in JSON',
    edits: [[PATH, 'multipart/form-data:', 'application/json:'], field('    type: array\n    items: { type: string, format: binary }\n')],
    points: 'extra:',
    at: REQUEST,
    says: 'extra is a file, and a body of JSON can hold none',
  },

  // The signature
  {
    what: 'a digest that nobody makes',
    edits: [[SIGNATURE, 'digest: HMAC-SHA1', 'digest: HMAC-SHA512']],
    points: 'digest: HMAC',
    says: 'cannot make the digest HMAC-SHA512',
  },
  {
    what: 'a digest of another length',
    edits: [[SIGNATURE, 'digestBytes: 20', 'digestBytes: 32']],
    points: 'digestBytes: 32',
    says: 'HMAC-SHA1 has 20 bytes',
  },
  {
    what: 'a digest that is not the algorithm’s',
    edits: [
      [SIGNATURE, 'digest: HMAC-SHA1', 'digest: HMAC-SHA256'],
      [SIGNATURE, 'digestBytes: 20', 'digestBytes: 32'],
    ],
    points: 'algorithm:',
    says: 'is called hmac_sha1, and its digest is HMAC-SHA256',
  },
  {
    what: 'an algorithm that the bodies do not take',
    edits: [[SIGNATURE, 'algorithm: hmac_sha1', 'algorithm: hmac']],
    points: 'sign_version:',
    at: REQUEST,
    says: 'takes hmac_sha1, and calls are signed by hmac',
  },
  {
    what: 'a worked example with another raw string',
    edits: [[SIGNATURE, 'raw: a=example-key', 'raw: a=another-key']],
    points: 'raw: a=',
    says: 'The raw of the example',
  },
  {
    what: 'a worked example with another digest',
    edits: [[SIGNATURE, 'digestHex: ab', 'digestHex: ba']],
    points: 'digestHex:',
    says: 'The digestHex of the example',
  },
  {
    what: 'a worked example with another secret',
    edits: [[SIGNATURE, 'apiSecret: example-secret', 'apiSecret: another-secret']],
    points: 'digestHex:',
    says: 'The digestHex of the example',
  },
  {
    what: 'a worked example that has expired when it is made',
    edits: [[SIGNATURE, 'expireTime: 1800000100', 'expireTime: 1700000000']],
    points: 'expireTime: 17',
    says: 'expires before it is made',
  },
  {
    what: 'a parameter twice',
    edits: [[SIGNATURE, '  random: d', '  random: a']],
    points: 'random: a',
    says: 'a is the name of two parameters',
  },
  {
    what: 'a parameter that breaks the raw string',
    edits: [[SIGNATURE, '  random: d', '  random: "d&e"']],
    points: 'random: "d',
    says: 'cannot be the name of random',
  },
  {
    what: 'a random that nobody draws',
    edits: [[SIGNATURE, 'randomMaxDigits: 10', 'randomMaxDigits: 40']],
    points: 'randomMaxDigits: 40',
    says: 'no random number of 40 digits',
  },
  {
    what: 'a key of the signature with a slip',
    edits: [[SIGNATURE, 'defaultWindowSeconds: 100', 'defaultWindowSecond: 100']],
    points: 'defaultWindowSecond:',
    says: 'that nothing reads',
  },
  {
    what: 'a request whose example is signed otherwise',
    edits: [[PATH, 'sign: q1l', 'sign: q2l']],
    points: 'sign: q2l',
    says: 'is not one that the example of signature.yaml has made',
  },

  // Text
  {
    what: 'a reference to the web',
    edits: [[PATH, '../components/schemas/GetBizTokenRequest.yaml', 'https://example.com/a.yaml']],
    points: 'https://example.com',
    says: 'lies outside of the spec',
  },
  {
    what: 'a reference to this machine',
    edits: [[PATH, '../components/schemas/GetBizTokenRequest.yaml', '/etc/passwd']],
    points: '/etc/passwd',
    says: 'is a path of this machine',
  },
  {
    what: 'a reference out of the spec',
    edits: [[PATH, '../components/schemas/GetBizTokenRequest.yaml', '../../package.json']],
    points: '../../package.json',
    says: 'lies outside of the spec',
  },
  {
    what: 'a reference to itself',
    edits: [['components/schemas/GatewayText.yaml', /[^]*/, '$ref: GatewayText.yaml\n']],
    points: '$ref',
    says: 'leads back to itself',
  },
  {
    what: 'references in a circle',
    edits: [
      ['components/schemas/GatewayText.yaml', /[^]*/, '$ref: Other.yaml\n'],
      ['components/schemas/Other.yaml', '', '$ref: GatewayText.yaml\n'],
    ],
    points: '$ref',
    says: 'leads back to itself',
  },
  {
    what: 'an anchor',
    edits: [[REQUEST, '  uuid:\n', '  uuid: &uuid\n']],
    points: '    type: string\n    x-maxBytes',
    says: 'The anchor &uuid is not followed',
  },
  {
    what: 'a merge key',
    edits: [[REQUEST, '  uuid:\n', '  uuid:\n    <<: { type: string }\n']],
    points: '<<:',
    says: 'A merge key is not followed',
  },
  ...[
    ['that turns the direction of reading', '\\u202E', 'U+202E'],
    ['that ends a text in C', '\\0', 'U+0000'],
    ['of which half is missing', '\\uD800', 'U+D800'],
  ].map(([rest, escape, name]): Wrong => ({
    what: `a character ${rest}`,
    edits: [[REQUEST, /^description: .*$/m, `description: "One ${escape} request."`]],
    points: 'description: "One',
    says: `control character ${name}`,
  })),
  {
    what: 'a number that JavaScript cannot hold',
    edits: [inAnswer('    type: integer\n    maximum: 9007199254740993\n')],
    points: 'maximum: 9007199254740993',
    says: '9007199254740993 is too large',
  },
  { what: 'an empty file', edits: [[REQUEST, /[^]*/, '']], says: 'The file is empty' },
  { what: 'a file of a list', edits: [[REQUEST, /[^]*/, '- a\n']], says: 'not a map' },
  { what: 'a file of two documents', edits: [[REQUEST, 'required:', '---\nrequired:']], points: '---', says: 'This is not YAML' },
  {
    what: 'a source with a capital',
    edits: [['sources.yaml', 'sdk:\n', 'Sdk:\n']],
    points: 'x-source: sdk',
    at: ERRORS,
    says: 'sdk is no source',
  },
  {
    what: 'a key of a code that nobody reads',
    edits: [[ERRORS, 'unlisted:\n', 'unlisted:\n  status: 400\n']],
    points: 'status: 400\n  # A code',
    says: 'that nothing reads',
  },
  {
    what: 'an example of a code under a status that it has not',
    edits: [[FORBIDDEN, 'error: AUTHENTICATION_ERROR', 'error: INTERNAL_ERROR']],
    points: 'error: INTERNAL_ERROR',
    says: 'stands under 403',
  },
  {
    what: 'a field that is required twice',
    edits: [[ANSWER, 'required: [', 'required: [biz_token, ']],
    points: 'required:',
    says: 'must NOT have duplicate items',
  },
  { what: 'a length below nothing', edits: [inAnswer('    type: string\n    minLength: -1\n')], points: 'minLength:', says: 'minLength' },
  { what: 'a step of nothing', edits: [inAnswer('    type: number\n    multipleOf: 0\n')], points: 'multipleOf:', says: 'multipleOf' },
  {
    what: 'a tag that is not there',
    edits: [[PATH, 'tags: [Token]', 'tags: [Other]']],
    points: 'tags: [Other]',
    says: 'There is no tag Other',
  },
  {
    what: 'a request without an example',
    edits: [[PATH, /        examples:\n          withUuid[^]*  responses:/, '  responses:']],
    points: 'multipart/form-data:',
    says: 'has no example',
  },
  { what: 'a success without a body', edits: [[PATH, '"200":', '"204":']], points: 'responses:', says: 'getBizToken has 204 for success' },
  {
    what: 'an operationId of many capitals',
    edits: [[PATH, 'operationId: getBizToken', 'operationId: getBIZToken']],
    points: 'operationId:',
    says: 'one capital for each word',
  },
  {
    what: 'a schema of many capitals',
    edits: type('HTTPWord'),
    points: '$ref: HTTPWord.yaml',
    at: ANSWER,
    says: 'one capital for each word',
  },
  {
    what: 'a code sample without code',
    edits: [[PATH, / {6}source:\n {8}\$ref: \.\.\/samples\/sdk.ts\n/, '']],
    points: '- lang: TypeScript',
    says: 'has no lang or no source',
  },
  {
    what: 'a schema composed of itself',
    edits: type('Word', 'allOf:\n  - $ref: Word.yaml\n  - type: string\ndescription: A word.\n'),
    points: 'extra:',
    at: ANSWER,
    says: 'Word is composed of itself',
  },
  {
    what: 'a site that is not at an address of its own',
    edits: [[ROOT, 'servers:\n', 'externalDocs:\n  url: http://example.com/docs/\nservers:\n']],
    points: 'url: http://example.com/docs/',
    says: 'The site’s address http://example.com/docs/ is not https',
  },
  { what: 'a region of nothing', edits: [[ROOT, 'x-region: idn', 'x-region:']], points: '- url: https://api-idn', says: 'has no x-region' },
  { what: 'OpenAPI 3.0', edits: [[ROOT, 'openapi: 3.1.0', 'openapi: 3.0.3']], points: 'openapi:', says: 'This is OpenAPI 3.0.3' },
  {
    what: 'a spec without operations',
    edits: [[ROOT, /paths:\n(?: +.*\n)+/, 'paths: {}\n']],
    points: 'paths:',
    says: 'The spec has no operation',
  },
  {
    what: 'a description of the API that is gone',
    edits: [[ROOT, / {2}description: \|\n(?: {4}.*\n|\n)+/, '']],
    points: 'info:',
    says: 'The API has no description',
  },
  {
    what: 'two answers of one operation and status whose examples have one name',
    edits: [
      [
        'components/responses/NotFound.yaml',
        /$/,
        '  text/plain:\n    schema:\n      $ref: ../schemas/GatewayText.yaml\n    examples:\n      API_NOT_FOUND:\n        summary: Text\n        value: No such API\n',
      ],
    ],
    points: 'API_NOT_FOUND:\n        summary: Text',
    says: 'Two answers 404 of getBizToken have an example called API_NOT_FOUND',
  },
  {
    what: 'a stability that there is not',
    edits: [[VERIFY, 'x-stability: preview', 'x-stability: beta']],
    points: 'x-stability:',
    says: 'is beta',
  },
  {
    what: 'a stability of a field',
    edits: [[REQUEST, '  uuid:\n', '  uuid:\n    x-stability: preview\n']],
    points: 'x-stability:',
    says: 'Nothing reads the x-stability',
  },
  {
    what: 'a stability of a path',
    edits: [[PATH, 'post:\n', 'x-stability: preview\npost:\n']],
    points: 'x-stability:',
    says: 'Nothing reads the x-stability',
  },
  ...(
    [
      ['nothing', 'x-requiredWhen: {}', 'is not one field with one value'],
      ['two fields', 'x-requiredWhen: { liveness_id: a, sign: b }', 'is not one field with one value'],
      ['a field that there is not', 'x-requiredWhen: { scene: a }', 'scene is no other field of getBizToken'],
      ['the signature', 'x-requiredWhen: { sign_version: hmac_sha1 }', 'sign_version is no other field of getBizToken'],
      ['itself', 'x-requiredWhen: { uuid: a }', 'uuid is no other field of getBizToken'],
      ['a list', 'x-requiredWhen: { liveness_id: [a] }', 'is no text, number, true or false'],
    ] as const
  ).map(([what, text, says]): Wrong => ({
    what: `a field that is required when ${what}`,
    edits: [[REQUEST, '  uuid:\n', `  uuid:\n    ${text}\n`]],
    points: text.startsWith('x-requiredWhen: { ') && !says.includes('one value') ? text : 'x-requiredWhen:',
    says,
  })),
  {
    what: 'a field that is required when another is what it never is',
    edits: [[VERIFY_REQUEST, 'comparison_type: "0"\n    x-fileTypes', 'comparison_type: "2"\n    x-fileTypes']],
    points: 'comparison_type: "2"',
    says: 'comparison_type is never "2"',
  },
  {
    what: 'a field of an answer that is required in a case',
    edits: [inAnswer('    type: string\n    x-requiredWhen: { time_used: 1 }\n')],
    points: 'x-requiredWhen:',
    says: 'The x-requiredWhen that stands here is not read',
  },
  {
    what: 'types of files of a text',
    edits: [[REQUEST, '  uuid:\n', '  uuid:\n    x-fileTypes: { allowed: [image/png], other: BAD_ARGUMENTS }\n']],
    points: 'x-fileTypes:',
    says: 'uuid is no file',
  },
  {
    what: 'a type of file that cannot be told',
    edits: [[VERIFY_REQUEST, 'image/png', 'image/gif']],
    points: 'allowed:',
    says: 'Write a list of some of image/jpeg, image/png',
  },
  {
    what: 'an answer to a file that there is not',
    edits: [[VERIFY_REQUEST, 'other: IMAGE_ERROR_UNSUPPORTED_FORMAT', 'other: WRONG_FILE']],
    points: 'other:',
    says: 'verify has no answer called WRONG_FILE',
  },
  {
    what: 'data of a person within a field',
    edits: [['components/schemas/VerifyResponse.yaml', '      score:\n', '      score:\n        x-personal: true\n']],
    points: 'x-personal: true\n        type: [number',
    says: 'The x-personal that stands here is not read',
  },
  {
    what: 'results of no operation',
    edits: [[RESULTS, 'operation: verify', 'operation: check']],
    points: 'operation: check',
    says: 'There is no operation check',
  },
  {
    what: 'a result in a field that there is not',
    edits: [[RESULTS, 'message: result_message', 'message: result_text']],
    points: 'message: result_text',
    says: 'The answer of verify has no field result_text',
  },
  {
    what: 'a result without an example',
    edits: [
      [
        RESULTS,
        'families:\n',
        '  TOO_DARK:\n    code: 4200\n    tryAgain: later\n    meaning: Dark.\n    remedy: Wait.\n    tellUser: Wait.\nfamilies:\n',
      ],
    ],
    points: '  TOO_DARK:',
    says: 'The result TOO_DARK has no example with its code 4200',
  },
  {
    what: 'a result of no family',
    edits: [
      [RESULTS, 'code: 2000', 'code: 2001'],
      [VERIFIED, 'result_code: 2000', 'result_code: 2001'],
    ],
    points: 'code: 2001',
    says: '2001 is the code of no family',
  },
  {
    what: 'an example of a result that is not listed',
    edits: [[VERIFIED, 'result_message: USER_TIMEOUT', 'result_message: USER_SLOW']],
    points: '      USER_TIMEOUT:',
    says: 'has a result that results.yaml has not: USER_SLOW',
  },
  {
    what: 'results of which none is a pass',
    edits: [[RESULTS, '    isPass: true\n', '']],
    points: 'results:\n',
    says: 'No result is a pass',
  },
  {
    what: 'a kind of result with a capital',
    edits: [[RESULTS, 'kind: capture', 'kind: Capture']],
    points: 'kind: Capture',
    says: 'is no name of a kind',
  },
  {
    what: 'a way to try again that there is not',
    edits: [[RESULTS, 'tryAgain: other_phone', 'tryAgain: other_person']],
    points: 'tryAgain: other_person',
    says: 'Write one of new_token',
  },
  {
    what: 'a reason that is called as a code is',
    edits: [
      [ERRORS, '      DENIED:', '      INTERNAL_ERROR:'],
      [FORBIDDEN, /DENIED/g, 'INTERNAL_ERROR'],
    ],
    points: '  INTERNAL_ERROR:\n    status',
    says: 'INTERNAL_ERROR is the name of two answers',
  },
];

const { specs, remove } = await editedSpecs(new Map(wrongs.map(({ edits }, index) => [`s${index}`, edits])));
afterAll(remove);

test.each(wrongs.map((row, index) => ({ ...row, index })))('refuses $what', ({ index, edits, points, at = edits[0]![0], says }) => {
  const { refusal, folder } = specs.get(`s${index}`)!;
  expect(refusal, 'it passes').toBeDefined();
  expect(refusal).toContain(says);
  const line = points === undefined ? 1 : lineOf(readFileSync(join(folder, at), 'utf8'), points);
  // Where the root file is edited, Redocly has it under the name of the row.
  const places = [`spec/${at}:${line}:`, `spec/s${index}.yaml:${line}:`];
  expect(
    places.some((place) => refusal!.includes(place)),
    `${refusal}\n\nis to be at line ${line} of ${at}`,
  ).toBe(true);
  expect(refusal).not.toContain(folder);
});

test('there are sixty of them, and more', () => expect(wrongs.length).toBeGreaterThan(60));

function lineOf(text: string, mark: string): number {
  const index = text.indexOf(mark);
  if (index === -1) throw new Error(`Nothing holds ${mark}: change the test.`);
  return text.slice(0, index).split('\n').length;
}
