import { tryAgainValues } from '../contract/contract.ts';

/** The form of those parts of the spec that OpenAPI knows nothing of. What these do not say, the other checks may take for granted. */

const words = { type: 'string', minLength: 1, pattern: '\\S' };
const source = { 'x-source': { type: 'string' } };
const advice = { retry: { enum: ['never', 'later', 'fresh_signature'] }, meaning: words, remedy: words, ...source };
// Spelled wrong, a key would be passed over in silence.
const only = { additionalProperties: false, patternProperties: { '^x-': {} } };
const advised = { type: 'object', required: ['retry', 'meaning', 'remedy'], properties: advice, ...only };
const resultAdvice = {
  tryAgain: { enum: tryAgainValues },
  billed: { type: 'boolean' },
  meaning: words,
  remedy: words,
  tellUser: words,
  ...source,
};
const resultRequired = ['tryAgain', 'meaning', 'remedy', 'tellUser'];
const kind = { ...words, pattern: '^[a-z][a-z_]*$' };
const resultOfNoName = { type: 'object', required: ['kind', ...resultRequired], properties: { ...resultAdvice, kind }, ...only };
const status = { type: 'integer', minimum: 400, maximum: 599 };
const names = { propertyNames: { pattern: '^[A-Z][A-Z0-9_]*$' } };

/** One schema for each extension of the whole document, by its name. */
export const extensionSchemas: Record<string, object> = {
  'x-error-model': {
    type: 'object',
    required: ['codes', 'unlisted', 'gateways'],
    properties: {
      codes: {
        type: 'object',
        ...names,
        additionalProperties: {
          type: 'object',
          required: ['status', 'detail', 'retry', 'meaning', 'remedy'],
          properties: {
            ...advice,
            status,
            alsoStatus: { type: 'array', items: { type: 'object', required: ['status'], properties: { status, ...source } } },
            detail: { enum: ['none', 'key', 'reason'] },
            reasons: { type: 'object', ...names, additionalProperties: advised },
          },
          ...only,
        },
      },
      unlisted: advised,
      gateways: { type: 'object', propertyNames: { pattern: '^[45]\\d\\d$' }, additionalProperties: advised },
    },
    ...only,
  },
  'x-results': {
    type: 'object',
    required: ['operation', 'fields', 'phone', 'results', 'families', 'unlisted', 'contradiction'],
    properties: {
      operation: words,
      fields: {
        type: 'object',
        required: ['code', 'message'],
        properties: { code: words, message: words, attack: { type: 'array', minItems: 1, items: words } },
        ...only,
      },
      phone: {
        type: 'object',
        required: ['ended', 'failed'],
        properties: { ended: { type: 'integer', minimum: 0 }, failed: { type: 'array', items: kind }, ...source },
        ...only,
      },
      results: {
        type: 'object',
        ...names,
        additionalProperties: {
          type: 'object',
          required: ['code', ...resultRequired],
          properties: { ...resultAdvice, code: { type: 'integer', minimum: 0 }, isPass: { type: 'boolean' } },
          ...only,
        },
      },
      families: {
        type: 'object',
        propertyNames: { pattern: '^\\d+$' },
        additionalProperties: {
          type: 'object',
          required: ['kind'],
          properties: { ...resultAdvice, kind },
          dependentRequired: { meaning: resultRequired },
          ...only,
        },
      },
      unlisted: resultOfNoName,
      contradiction: resultOfNoName,
    },
    ...only,
  },
  'x-signature': {
    type: 'object',
    required:
      'algorithm fields parameters digest digestBytes randomMaxDigits defaultWindowSeconds singleUseExpireTime steps lifetime example'.split(
        ' ',
      ),
    properties: {
      algorithm: words,
      fields: { type: 'object', required: ['sign', 'version'], properties: { sign: words, version: words }, ...only },
      parameters: {
        type: 'object',
        required: ['apiKey', 'expireTime', 'currentTime', 'random'],
        properties: { apiKey: words, expireTime: words, currentTime: words, random: words },
        ...only,
      },
      digest: words,
      digestBytes: { type: 'integer', minimum: 1 },
      randomMaxDigits: { type: 'integer', minimum: 1 },
      defaultWindowSeconds: { type: 'integer', minimum: 1 },
      singleUseExpireTime: { type: 'integer', minimum: 0 },
      steps: {
        type: 'array',
        minItems: 1,
        items: { type: 'object', required: ['title', 'text'], properties: { title: words, text: words, ...source }, ...only },
      },
      lifetime: { type: 'array', items: { type: 'object', required: ['text'], properties: { text: words, ...source }, ...only } },
      example: {
        type: 'object',
        required: ['apiKey', 'apiSecret', 'currentTime', 'expireTime', 'random', 'raw', 'digestHex', 'sign'],
        properties: {
          apiKey: { ...words, pattern: '^[^&=\\s]+$' },
          apiSecret: words,
          currentTime: { type: 'integer', minimum: 0, maximum: 99_999_999_999 },
          expireTime: { type: 'integer', minimum: 0, maximum: 99_999_999_999 },
          random: { type: 'integer', minimum: 0 },
          raw: words,
          digestHex: words,
          sign: words,
        },
        ...only,
      },
      'x-source': { type: 'object', additionalProperties: { type: 'string' } },
    },
    ...only,
  },
  'x-sources': {
    type: 'object',
    propertyNames: { pattern: '^[a-z][a-z0-9_-]*$' },
    additionalProperties: { type: 'object', required: ['title', 'trust'], properties: { title: words, trust: words }, ...only },
  },
};
