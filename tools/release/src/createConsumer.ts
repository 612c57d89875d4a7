import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from './startRegistry.ts';
import { run } from './run.ts';

export interface Installed {
  /** The version of each of our packages that is there, by its name. A package that is there twice is named once more, with its place. */
  versions: Record<string, string>;
  changelogs: Record<string, string>;
  /** What the packages export, by their name. */
  names: Record<string, string[]>;
  /** The biz_token that the project has got from the sandbox, which has found it good. */
  token: string;
}

export interface Consumer {
  /** Installs the latest of everything over what is there, by npm, and mints a token. */
  upgrade(): Promise<Installed>;
}

/** A project somewhere, with nothing to do with this workspace, that has our packages from a registry. */
export async function createConsumer(folder: string, packages: string[], registry: Registry): Promise<Consumer> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  await writeFile(join(folder, 'mint.js'), script);
  const options = { cwd: folder, env: registry.env };
  return {
    upgrade: async () => {
      await run(['npm', 'install', '--no-audit', '--no-fund', ...packages.map((name) => `${name}@latest`)], options);
      const { packages: locked } = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as Lockfile;
      const ours = Object.entries(locked).filter(([place]) => packages.some((name) => place.endsWith(`node_modules/${name}`)));
      const changelogs = packages.map(
        async (name) => [name, await readFile(join(folder, 'node_modules', name, 'CHANGELOG.md'), 'utf8')] as const,
      );
      return {
        versions: Object.fromEntries(ours.map(([place, { version }]) => [place.replace(/^node_modules\//, ''), version])),
        changelogs: Object.fromEntries(await Promise.all(changelogs)),
        ...(JSON.parse(await run(['node', 'mint.js'], options)) as Pick<Installed, 'names' | 'token'>),
      };
    },
  };
}

interface Lockfile {
  packages: Record<string, { version: string }>;
}

/** What the project does: it mints a token, has the sandbox say whether it is good, and tells what it has been given. */
const script = `
import * as sandboxModule from '@finauth-sdk/sandbox';
import * as signing from '@finauth-sdk/signing';

const sandbox = await sandboxModule.startSandbox();
const finauth = signing.createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
const { biz_token: token } = await finauth.getBizToken({ liveness_id: 'consumer' });
if (!sandbox.issued.isValid(token)) throw new Error('The sandbox does not know the token.');
await sandbox.close();
console.log(JSON.stringify({ token, names: { '@finauth-sdk/signing': Object.keys(signing), '@finauth-sdk/sandbox': Object.keys(sandboxModule) } }));
`;
