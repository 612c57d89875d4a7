// typedoc writes anchors in the small letters of the machine's language: in Turkish, others than in English. So it gets a language of its own.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const typedoc = join(dirname(createRequire(import.meta.url).resolve('typedoc/package.json')), 'bin/typedoc');
const { status } = spawnSync(process.execPath, [typedoc, ...process.argv.slice(2)], {
  cwd: import.meta.dirname,
  env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
