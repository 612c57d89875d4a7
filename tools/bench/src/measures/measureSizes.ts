import { build } from 'esbuild';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a bundle of each would start from. */
const entries = {
  'createFinAuth of @finauth-sdk/signing': `export { createFinAuth } from '@finauth-sdk/signing';`,
  'canonicalize of @finauth-sdk/signing': `export { canonicalize } from '@finauth-sdk/signing';`,
  'nodeTransport of @finauth-sdk/signing/node': `export { nodeTransport } from '@finauth-sdk/signing/node';`,
  'undiciTransport of @finauth-sdk/signing/undici': `export { undiciTransport } from '@finauth-sdk/signing/undici';`,
  'all of @finauth-sdk/validator': `export * from '@finauth-sdk/validator';`,
  'getBizToken of @finauth-sdk/client': `export { createClient, createConfig, getBizToken } from '@finauth-sdk/client';`,
  'axios + form-data': `export { default as axios } from 'axios'; export { default as FormData } from 'form-data';`,
  ky: `export { default } from 'ky';`,
  'openapi-fetch': `export { default } from 'openapi-fetch';`,
};

export interface Size {
  /** Bytes, minified. */
  readonly minified: number;
  /** Bytes, minified and compressed by gzip at its best. */
  readonly gzipped: number;
}

/** The size of a bundle for Node, as esbuild makes it; Node's own modules are not in it. */
export async function measureSizes(): Promise<Record<string, Size>> {
  const sizes: Record<string, Size> = {};
  for (const [name, contents] of Object.entries(entries)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: dirname(fileURLToPath(import.meta.url)) },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
      target: 'es2023',
      // A peer of ours, which its user brings.
      external: ['undici'],
      write: false,
    });
    const bytes = outputFiles[0]!.contents;
    sizes[name] = { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
  }
  return sizes;
}
