import { createClient, type UserConfig } from '@hey-api/openapi-ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBinary, type Contract } from './contract.ts';
import { readAll, type Outputs } from './outputs.ts';

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
    await createClient({
      input: withBinaryFormat(contract) as Record<string, unknown>,
      output: { path: join(scratch, 'out'), importFileExtension: '.ts' },
      logs: { level: 'silent', file: false },
      plugins,
    });
    const files = await readAll(join(scratch, 'out'), ['.']);
    for (const path of UNWANTED) files.delete(path);
    return new Map([...files].map(([path, text]) => [path, withPureDefault(text)]));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Marks what hey-api works out when it is imported, so that a bundle which does not use it can leave it out, and the two kilobytes behind it. */
function withPureDefault(text: string): string {
  return text.replace('defaultQuerySerializer = createQuerySerializer(', 'defaultQuerySerializer = /* @__PURE__ */ createQuerySerializer(');
}

/** A copy, since hey-api writes into what it is given, that says of each file that it is one in the way that hey-api knows. */
function withBinaryFormat(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withBinaryFormat);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withBinaryFormat(value)]));
  return copy.type === 'string' && isBinary(copy) ? { ...copy, format: 'binary' } : copy;
}
