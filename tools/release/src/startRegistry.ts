import { mkdir, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runServer } from 'verdaccio';
import { run } from './run.ts';

/** The scope of our packages. */
export const scope = '@finauth-sdk';

export interface Registry {
  readonly url: string;
  /** An environment for npm and pnpm in which our scope means this registry, and all else the machine's own. The user's settings stay out of it. */
  readonly env: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/**
 * A registry as npm's is one: Verdaccio, on a free port of this machine, empty of our packages. What is not ours comes from the registry that the
 * machine is set up for.
 *
 * @param folder for its storage and settings; to be deleted by whoever made it.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  await mkdir(folder, { recursive: true });
  const machine = (await run(['npm', 'config', 'get', 'registry'], { cwd: folder })).trim();
  const server: Server = await runServer({
    // Verdaccio takes the folder of a settings file for its own; there is none, but it wants a place.
    configPath: join(folder, 'config.yaml'),
    self_path: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    uplinks: { machine: { url: machine } },
    packages: {
      // No uplink: nobody's package but ours can be in our scope.
      [`${scope}/*`]: { access: '$all', publish: '$all' },
      '**': { access: '$all', proxy: 'machine' },
    },
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  } as unknown as Parameters<typeof runServer>[0]);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = join(folder, 'npmrc');
  await writeFile(settings, `registry=${machine}\n${scope}:registry=http://${host}/\n//${host}/:_authToken=anyone\n`);
  return {
    url: `http://${host}/`,
    env: { ...cleanEnvironment(), NPM_CONFIG_USERCONFIG: settings },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/**
 * Without what an npm script hands down to its children, which would win over the settings file, and without what makes this process the project's
 * own workflow: whatever is published here, it is not done in the project's name.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(p?npm_|actions_|github_|node_auth_token)/i.test(name)));
}
