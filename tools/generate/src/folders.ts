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
<<<<<<< HEAD
  ...['cli', 'client', 'fleet', 'sandbox', 'signing', 'validator'].map((name) => `packages/${name}/README.md`),
=======
  ...['cli', 'client', 'sandbox', 'server', 'signing', 'validator'].map((name) => `packages/${name}/README.md`),
>>>>>>> cc7f9b4 (The endpoint that the app calls: handler, what a phone is told, limits and shared calls; tokens' lifetimes from the spec)
];
