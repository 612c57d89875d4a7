import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** The root of the repo. */
export const root: string = join(import.meta.dirname, '../../..');

/** Where the samples and the guides are. */
export const spec: string = dirname(resolve('@finauth-sdk/spec/package.json'));

/** Where the samples are run: below this package, so that `@finauth-sdk/…` means for them what it means to one who has installed it. */
export const workplace: string = join(import.meta.dirname, '../.report/samples');

/** The built `finauth` command. */
export const finauth: string = join(dirname(resolve('@finauth-sdk/cli/package.json')), 'dist/finauth.js');
