/** The form of those parts of the spec that OpenAPI knows nothing of. What these do not say, the other checks may take for granted. */

const words = { type: 'string', minLength: 1, pattern: '\\S' };
const source = { 'x-source': { type: 'string' } };
const advice = { retry: { enum: ['never', 'later', 'fresh_signature'] }, meaning: words, remedy: words, ...source };
const advised = { type: 'object', required: ['retry', 'meaning', 'remedy'], properties: advice };
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
          // Spelled wrong, a key would be passed over in silence.
          additionalProperties: false,
          patternProperties: { '^x-': {} },
        },
      },
      unlisted: advised,
      gateways: { type: 'object', propertyNames: { pattern: '^[45]\\d\\d$' }, additionalProperties: advised },
    },
  },
  'x-signature': {
    type: 'object',
    required: ['algorithm', 'fields', 'parameters', 'digest', 'digestBytes', 'randomMaxDigits', 'defaultWindowSeconds', 'steps', 'example'],
    properties: {
      algorithm: words,
      fields: { type: 'object', required: ['sign', 'version'], properties: { sign: words, version: words } },
      parameters: { type: 'object', required: ['apiKey', 'expireTime', 'currentTime', 'random'], additionalProperties: words },
      digestBytes: { type: 'integer', minimum: 1 },
      randomMaxDigits: { type: 'integer', minimum: 1 },
      defaultWindowSeconds: { type: 'integer', minimum: 1 },
      'x-source': { type: 'object', additionalProperties: { type: 'string' } },
    },
  },
  'x-sources': {
    type: 'object',
    additionalProperties: { type: 'object', required: ['title', 'trust'], properties: { title: words, trust: words } },
  },
};
