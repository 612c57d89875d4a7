import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** The spec of this repo. */
export const spec = dirname(resolve('@finauth-sdk/spec/package.json'));

/** The packages of this repo. */
export const packages = join(import.meta.dirname, '../../../packages');

/** What typedoc has made of the packages written by hand. */
export const apiPages = join(dirname(resolve('@finauth-sdk/api-docs/package.json')), 'dist');
