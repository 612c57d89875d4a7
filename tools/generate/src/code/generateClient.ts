import { createClient, type UserConfig } from '@hey-api/openapi-ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBinary, type Contract, type Operation, type Schema } from '../contract/contract.ts';
import { readAll, type Outputs } from '../files/outputs.ts';
import { keywords } from '../contract/schemas/keywords.ts';
import { SpecError } from '../specError.ts';
import { EXPERIMENTAL, PREVIEW, previewSchemas } from '../contract/stability.ts';
import { commentText } from '../typescriptText.ts';

const typescript = {
  name: '@hey-api/typescript',
  // A schema may be called GetBizTokenResponse itself; hey-api would then number its own type of that name.
  responses: { response: '{{name}}Success' },
} as const;

/** hey-api's types, its function for each operation, and its fetch client. */
export function generateClient(contract: Contract): Promise<Outputs> {
  return runHeyApi(contract, [{ name: '@hey-api/client-fetch' }, typescript, { name: '@hey-api/sdk', client: false }]);
}

/** hey-api's types alone. */
export function generateTypes(contract: Contract): Promise<Outputs> {
  return runHeyApi(contract, [typescript]);
}

// The index is written anew with what is ours; client.gen.ts holds a shared default client, which nobody must use unsigned.
const UNWANTED = ['index.ts', 'client.gen.ts'];

type Plugins = NonNullable<UserConfig['plugins']>;

async function runHeyApi(contract: Contract, plugins: Plugins): Promise<Outputs> {
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-heyapi-'));
  try {
    // It says on the console what fails, too.
    await createClient({
      input: forHeyApi(contract),
      output: { path: join(scratch, 'out'), importFileExtension: '.ts' },
      logs: { level: 'silent', file: false },
      plugins,
    }).catch((error: unknown) => {
      const says = (error instanceof Error ? error.message : String(error)) || 'it does not say why';
      throw new SpecError(
        `spec/openapi.yaml\n  hey-api makes no types of the spec: ${says.replaceAll(/\s+/g, ' ')}.\n  Undo the last edit in steps to find which part it is.`,
      );
    });
    const files = await readAll(join(scratch, 'out'), ['.']);
    for (const path of UNWANTED) files.delete(path);
    return new Map([...files].map(([path, text]) => [path, withOwnBlob(path, withTags(withSuggestions(withPureDefault(text))))]));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Marks what hey-api works out when it is imported, so that a bundle which does not use it can leave it out, and the two kilobytes behind it. */
function withPureDefault(text: string): string {
  return text.replace('defaultQuerySerializer = createQuerySerializer(', 'defaultQuerySerializer = /* @__PURE__ */ createQuerySerializer(');
}

const OWN_BLOB = `
/** The project's own Blob type, if it has one. A File is a Blob too. */
type PlatformBlob = typeof globalThis extends { Blob: { prototype: infer Own } } ? Own : { readonly size: number; readonly type: string; arrayBuffer(): Promise<ArrayBuffer> };
`;

/** A project need not have the types of a browser, nor of Node: where it has no Blob, what is used of one is the type. */
function withOwnBlob(path: string, text: string): string {
  return path === 'types.gen.ts' && text.includes('Blob | File') ? text.replaceAll('Blob | File', 'PlatformBlob') + OWN_BLOB : text;
}

/** What stands in the place of any text beside listed ones, until hey-api has made types of them. */
const ANY_TEXT = 'finauth: any other text';

/** TypeScript makes `string` of `'A' | string`, and an editor then suggests nothing. */
function withSuggestions(text: string): string {
  return text.replaceAll(`'${ANY_TEXT}'`, '(string & {})');
}

/** What stands in the place of the tag of a preview, since a text of the spec can have no tag. */
const EXPERIMENTAL_HERE = 'finauth: a preview';

function withTags(text: string): string {
  return text.replaceAll(EXPERIMENTAL_HERE, EXPERIMENTAL);
}

/** The description of a preview, or of what only previews use. */
function asPreview(description: unknown): string {
  return `${typeof description === 'string' ? commentText(description).trimEnd() : ''}\n\n${EXPERIMENTAL_HERE}`;
}

// What hey-api makes types of. It makes something else of some other keywords: a bigint of int64, a second type of readOnly, a name of title.
const TYPED =
  /^(?:\$ref|type|enum|const|allOf|anyOf|oneOf|properties|required|patternProperties|additionalProperties|items|prefixItems|deprecated)$/;

/**
 * A copy of the contract for hey-api, which writes into what it is given: with what types are made of, and with texts that can stand in a comment.
 */
function forHeyApi(contract: Contract): Record<string, unknown> {
  const previews = previewSchemas(contract);
  const copy = copyOf(contract) as Record<string, unknown> & { components: object };
  const schemas = Object.entries(contract.components.schemas).map(([name, schema]) => {
    const made = typed(schema) as Schema;
    return [name, previews.has(name) ? { ...made, description: asPreview(schema.description) } : made];
  });
  return { ...copy, components: { ...copy.components, schemas: Object.fromEntries(schemas) } };
}

function copyOf(node: unknown, key = ''): unknown {
  if (typeof node === 'string') return /^(?:description|summary)$/.test(key) ? commentText(node) : node;
  if (Array.isArray(node)) return node.map((item) => copyOf(item));
  if (node === null || typeof node !== 'object') return node;
  if (key === 'schema') return typed(node as Schema);
  const kept = Object.entries(node).filter(([name]) => !name.startsWith('x-') && name !== 'examples' && name !== 'example');
  const copy = Object.fromEntries(kept.map(([name, value]) => [name, copyOf(value, name)]));
  const { 'x-stability': stability, description } = node as Partial<Operation>;
  return stability === PREVIEW ? { ...copy, description: asPreview(description) } : copy;
}

/** A schema with what types are made of. Of a file, it says that it is one in the way that hey-api knows. */
function typed(schema: Schema | boolean): unknown {
  if (typeof schema === 'boolean') return schema;
  const description = typeof schema.description === 'string' ? { description: commentText(schema.description) } : {};
  if (isBinary(schema)) return { type: 'string', format: 'binary', ...description };
  const entries = Object.entries(schema).flatMap(([keyword, value]) => {
    if (!TYPED.test(keyword)) return [];
    const { holds } = Object.hasOwn(keywords, keyword) ? keywords[keyword]! : { holds: 'value' };
    if (holds === 'schema') return [[keyword, typed(value as Schema)]];
    if (holds === 'schemas') return [[keyword, open(keyword, value as Schema[]).map(typed)]];
    if (holds === 'map')
      return [[keyword, Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, typed(each as Schema)]))]];
    return [[keyword, value]];
  });
  return { ...Object.fromEntries(entries), ...description };
}

/** Listed texts beside any text: the second as one that is listed too, or the first would be lost. */
function open(keyword: string, schemas: Schema[]): Schema[] {
  const isListed = ({ enum: values, const: only }: Schema) => [values ?? only].flat().some((value) => typeof value === 'string');
  const isAny = ({ type, enum: values, const: only }: Schema) => type === 'string' && values === undefined && only === undefined;
  if (keyword !== 'anyOf' || !schemas.some(isListed)) return schemas;
  return schemas.map((schema) => (isAny(schema) && !isBinary(schema) ? { type: 'string', const: ANY_TEXT } : schema));
}
