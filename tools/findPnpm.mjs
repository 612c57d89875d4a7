// Brings the one pnpm that this repo is built with. Plain JavaScript without a dependency, since it is what brings the dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The path of pnpm's program, fetched when it is first asked for. npm checks it against the hash in tools/pnpm.json, wherever the registry that it asks got it
 * from, and runs no script of it. Later calls only look whether it is there.
 *
 * @returns {string}
 * @throws {Error} if it cannot be fetched, or is not what its hash says.
 */
export function findPnpm() {
  const { version, integrity } = JSON.parse(readFileSync(join(root, 'tools/pnpm.json'), 'utf8'));
  const target = hostTarget();
  const name = `@pnpm/exe.${target}`;
  const hash = integrity[target];
  // Named for what is in it, so that another version or hash is fetched anew. pnpm leaves folders alone whose name begins with a dot.
  const home = join(
    root,
    'node_modules/.pnpm-program',
    `${version}-${target}-${(hash ?? 'unchecked').replaceAll(/[^\w-]/g, '').slice(0, 24)}`,
  );
  const program = join(home, 'node_modules', name, process.platform === 'win32' ? 'pnpm.exe' : 'pnpm');
  if (!existsSync(program)) fetchInto(home, name, version, hash);
  return program;
}

/** Into a folder of its own first: of several processes, each finds all of it or nothing. */
function fetchInto(home, name, version, hash) {
  mkdirSync(dirname(home), { recursive: true });
  const folder = mkdtempSync(`${home}-`);
  try {
    if (hash === undefined) console.error(`tools/pnpm.json has no hash of ${name}: npm takes what its registry says it is.`);
    const manifest = { name: 'pnpm-program', private: true, dependencies: { [name]: version } };
    const lock = {
      name: manifest.name,
      lockfileVersion: 3,
      requires: true,
      packages: { '': manifest, [`node_modules/${name}`]: { version, ...(hash !== undefined && { integrity: hash }) } },
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    // Whoever is silent still wants to know why it failed.
    const { status, error, stdout, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      encoding: 'utf8',
      env: cleanEnvironment(),
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`pnpm ${version} could not be fetched:\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`);
    rmSync(home, { recursive: true, force: true });
    renameSync(folder, home);
  } catch (error) {
    // Another process was quicker.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without what npm hands down to the scripts that it runs: a prefix or a workspace of theirs would be taken for ours. */
function cleanEnvironment() {
  const handedDown = /^npm_(?:package|lifecycle|command|execpath|node_execpath)|^npm_config_(?:local_prefix|prefix|workspace|noproxy$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !handedDown.test(name)));
}

/** As pnpm calls the machines that it has a program for. */
function hostTarget() {
  // The names of hosts would be looked up for it.
  process.report.excludeNetwork = true;
  const musl = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
  return `${process.platform}-${process.arch}${musl ? '-musl' : ''}`;
}
