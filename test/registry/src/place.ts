import type { Registry } from '@finauth-sdk/release/startRegistry';
import { createHmac } from 'node:crypto';
import { cp, mkdir, rm, symlink, writeFile, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { run } from '@finauth-sdk/release/run';

const here = resolve(import.meta.dirname, '..');

/** Where a row of the table is tried: outside of the workspace. */
export interface Place {
  /** Empty at first, and the row's own. */
  readonly folder: string;
  readonly registry: Registry;
  /** In which npm finds our packages at the registry, and our packages the sandbox. */
  readonly env: NodeJS.ProcessEnv;
}

/** Copies what a project is made of, from `consumers`. */
export async function copyFixture({ folder }: Place, name: string): Promise<void> {
  await cp(join(here, 'consumers', name), folder, { recursive: true });
}

/** Copies a sample of the guides into a project, with what is to be another way there. */
export async function copySample({ folder }: Place, name: string, path: string, edit = (text: string): string => text): Promise<void> {
  const text = await readFile(join(here, '../../spec/samples/frameworks', name), 'utf8');
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), edit(text));
}

/** What makes opaque IDs of customers, in the samples of the guides. */
export const UUID_KEY = 'a-key-of-the-tests';

/** The sample that says who the customer is, who is here the row itself. */
export async function copyCustomer(place: Place, path: string): Promise<void> {
  await copySample(place, 'customer.ts', path, (text) => text.replace("'customer-0042'", 'process.env.CONSUMER'));
}

/** As the sample does it. */
export function opaqueIdOf(customer: string): string {
  return createHmac('sha256', UUID_KEY).update(customer).digest('base64');
}

/** Installs what the project's package.json names, and these besides, by npm. */
export async function install({ folder, env }: Place, packages: readonly string[], ...options: string[]): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
  await run(['npm', 'install', ...quiet, ...(options.length === 0 ? ['--ignore-scripts', '--omit=optional'] : options), ...packages], {
    cwd: folder,
    env,
  });
}

/** Puts what this workspace has into a project, so that the lockfile pins it and no test waits for it. */
export async function borrow({ folder }: Place, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const place = join(folder, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await rm(place, { recursive: true, force: true });
    await symlink(join(here, 'node_modules', name), place, 'junction');
  }
}
