import { dirname } from 'node:path';

/** The root of the repo. */
export const root: string = dirname(dirname(dirname(import.meta.dirname)));

export const CLIENT = 'packages/client/src/generated';
export const VALIDATOR = 'packages/validator/src/generated';
export const SIGNING = 'packages/signing/src/generated';
export const SANDBOX = 'packages/sandbox/src/generated';

/** The folders that hold generated code and nothing else. */
export const folders: string[] = [CLIENT, VALIDATOR, SIGNING, SANDBOX];

/** What is written by hand, but for the samples in it. */
export const documents: string[] = [
  'README.md',
  ...['cli', 'client', 'fleet', 'sandbox', 'server', 'signing', 'validator'].map((name) => `packages/${name}/README.md`),
];
