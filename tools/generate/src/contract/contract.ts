/** What the generator reads of the bundled spec: the parts it turns into code. The rest passes through to hey-api, ajv and Redoc. */

export type RetryAdvice = 'never' | 'later' | 'fresh_signature';

export interface Advice {
  retry: RetryAdvice;
  meaning: string;
  remedy: string;
  'x-source'?: string;
}

export interface ErrorCode extends Advice {
  status: number;
  alsoStatus?: { status: number; 'x-source'?: string }[];
  detail: 'none' | 'key' | 'reason';
  reasons?: Record<string, Advice>;
}

export interface ErrorModel {
  codes: Record<string, ErrorCode>;
  unlisted: Advice;
  gateways: Record<string, Advice>;
}

/** What has to be another for a second try to make sense. */
export const tryAgainValues = ['new_token', 'other_phone', 'other_photo', 'other_details', 'update_app', 'later', 'never'] as const;

export type TryAgain = (typeof tryAgainValues)[number];

/** What holds for a result, or for a kind of them. */
export interface ResultAdvice {
  tryAgain: TryAgain;
  billed?: boolean;
  meaning: string;
  remedy: string;
  tellUser: string;
  'x-source'?: string;
}

export interface ResultModel {
  /** The ID of the operation whose answer has a result. */
  operation: string;
  /** Where in the answer it is. */
  fields: { code: string; message: string; attack?: string[] };
  /** The code with which the phone's SDK ends where there is something to verify, and the kinds of results where it ends with theirs. */
  phone: { ended: number; failed: string[]; 'x-source'?: string };
  results: Record<string, ResultAdvice & { code: number; isPass?: boolean }>;
  /** By their codes. One that has a pass is a kind and nothing else. */
  families: Record<string, { kind: string } | (ResultAdvice & { kind: string })>;
  unlisted: ResultAdvice & { kind: string };
  contradiction: ResultAdvice & { kind: string };
}

export interface SignatureScheme {
  algorithm: string;
  fields: { sign: string; version: string };
  parameters: { apiKey: string; expireTime: string; currentTime: string; random: string };
  digest: string;
  digestBytes: number;
  randomMaxDigits: number;
  defaultWindowSeconds: number;
  singleUseExpireTime: number;
  steps: { title: string; text: string; 'x-source'?: string }[];
  lifetime: { text: string; 'x-source'?: string }[];
  example: Record<string, string | number>;
  /** Where its parts come from, by their keys here. */
  'x-source'?: Record<string, string>;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  [keyword: string]: unknown;
}

export interface Example {
  summary?: string;
  value: unknown;
}

export interface MediaType {
  schema: Schema;
  examples?: Record<string, Example>;
}

export interface Response {
  $ref?: string;
  /** How large the answer may be. */
  'x-maxBytes'?: number;
  description: string;
  headers?: Record<string, Header>;
  content?: Record<string, MediaType>;
}

export interface Header {
  $ref?: string;
  schema?: Schema;
  example?: unknown;
}

export interface Operation {
  operationId: string;
  tags?: string[];
  summary: string;
  description?: string;
  deprecated?: boolean;
  /** `preview`: FinAuth's documentation does not cover it. */
  'x-stability'?: string;
  parameters?: Parameter[];
  'x-codeSamples'?: { lang?: string; label?: string; source?: string }[];
  requestBody?: { required?: boolean; description?: string; content: Record<string, MediaType> };
  responses: Record<string, Response>;
}

/** A field of a GET. */
export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  description?: string;
  required?: boolean;
  deprecated?: boolean;
  schema: Schema;
  example?: unknown;
  examples?: Record<string, Example>;
}

/** The operations of a path, by their methods. */
export type PathItem = { parameters?: unknown[] } & { [method in (typeof METHODS)[number]]?: Operation };

export interface Contract {
  info: { title: string; description: string };
  /** Where the site is, if that is known. */
  externalDocs?: { url: string; description?: string };
  tags?: { name: string; description?: string }[];
  servers: { url: string; description: string; 'x-region': string }[];
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, Schema>; responses: Record<string, Response> };
  'x-signature': SignatureScheme;
  'x-error-model': ErrorModel;
  'x-results': ResultModel;
  'x-sources': Record<string, { title: string; trust: string }>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** Every operation of the contract, in the order in which the spec has them. */
export function operationsOf(contract: Contract): { path: string; method: string; operation: Operation }[] {
  return Object.entries(contract.paths).flatMap(([path, item]) => methodsOf(item).map((found) => ({ path, ...found })));
}

/** The operations of one path. */
export function methodsOf(item: PathItem): { method: string; operation: Operation }[] {
  return METHODS.flatMap((method) => (item[method] ? [{ method, operation: item[method] }] : []));
}

/** Follows a reference within the bundled document. Redocly leaves only such, and checkReferences sees to it that none leads back to itself. */
export function resolve<T extends object>(contract: Contract, node: T): T {
  const ref = (node as { $ref?: string }).$ref;
  if (typeof ref !== 'string') return node;
  const target = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (at, key) => (at as Record<string, unknown>)[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')],
      contract,
    );
  return resolve(contract, target as T);
}

/** The last part of a reference: `#/components/schemas/ErrorResponse` → `ErrorResponse`. */
export function refName(node: { $ref?: string }): string | undefined {
  return node.$ref?.split('/').at(-1);
}

/** Whether a value of this schema is a file: bytes, as OpenAPI says it in one way or the other. */
export function isBinary({ format, contentMediaType, contentEncoding }: Schema): boolean {
  return format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined);
}

/** The schema of a field's value; of one that may have many, that of each. */
export function itemOf(contract: Contract, field: Schema): Schema {
  const schema = resolve(contract, field);
  return schema.type === 'array' ? resolve(contract, (schema.items ?? {}) as Schema) : schema;
}

/** How the fields of an operation become a request: as the parts of a form, the query of a GET, or an object of JSON. */
export type Encoding = 'form' | 'query' | 'json';

/** The media types of a body that the SDK can send. */
export const bodyEncodings: Readonly<Record<string, Encoding>> = { 'multipart/form-data': 'form', 'application/json': 'json' };

export interface Request {
  encoding: Encoding;
  /** Undefined for a query, which has none. */
  mediaType: string | undefined;
  /** The fields, signature included, as an object. */
  schema: Schema;
  /** The schema's name, if it has one. */
  ref: string | undefined;
}

/** What an operation takes. */
export function requestOf(contract: Contract, operation: Operation): Request {
  const { requestBody } = operation;
  if (requestBody === undefined)
    return { encoding: 'query', mediaType: undefined, schema: querySchema(contract, operation), ref: undefined };
  const [mediaType, { schema }] = Object.entries(requestBody.content)[0]!;
  return { encoding: bodyEncodings[mediaType] ?? 'form', mediaType, schema: resolve(contract, schema), ref: refName(schema) };
}

/** The parameters of an operation, with their places in its list. */
export function parametersOf(contract: Contract, { parameters = [] }: Operation): Parameter[] {
  return parameters.map((parameter) => resolve(contract, parameter));
}

/** The parameters of a GET as what the body of a POST is. */
function querySchema(contract: Contract, operation: Operation): Schema {
  const parameters = parametersOf(contract, operation);
  const field = ({ schema, description, deprecated }: Parameter): Schema => ({
    ...schema,
    ...(description !== undefined && { description }),
    ...(deprecated !== undefined && { deprecated }),
  });
  return {
    type: 'object',
    description: `What ${operation.operationId} takes, signature included.`,
    required: parameters.filter(({ required }) => required === true).map(({ name }) => name),
    properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, field(parameter)])),
  };
}

/** The status that an operation answers with when all is well. */
export function successOf({ responses }: Operation): string {
  return Object.keys(responses).find((status) => status.startsWith('2'))!;
}

/** The schema of an operation's successful answer. */
export function answerOf(contract: Contract, operation: Operation): { schema: Schema; ref: string | undefined } {
  const success = successOf(operation);
  const { schema } = resolve(contract, operation.responses[success]!).content!['application/json']!;
  return { schema: resolve(contract, schema), ref: refName(schema) };
}

/** `getBizToken` → `GetBizToken`. */
export function pascalCase(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
