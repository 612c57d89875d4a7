import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.ts';

/** What a bundle of each would start from. */
const entries = {
  'createFinAuth of @finauth-sdk/signing': `export { createFinAuth } from '@finauth-sdk/signing';`,
  'getBizToken alone of @finauth-sdk/signing': `export { createFinAuthWith } from '@finauth-sdk/signing'; export { getBizToken } from '@finauth-sdk/signing/operations';`,
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

/** The size of a bundle of each. */
export async function measureSizes(): Promise<Record<string, Size>> {
  const sizes: Record<string, Size> = {};
  for (const [name, contents] of Object.entries(entries)) {
    const bytes = await bundle(contents);
    sizes[name] = { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
  }
  return sizes;
}
