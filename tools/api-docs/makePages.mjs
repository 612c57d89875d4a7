import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const typedoc = join(dirname(createRequire(import.meta.url).resolve('typedoc/package.json')), 'bin/typedoc');
// Its highlighter leaves a line half coloured after half a second, which a busy machine takes for any. For a clock that stands still, that time is never over.
const still = 'data:text/javascript,const start = Date.now(); Date.now = () => start;';
const { status } = spawnSync(process.execPath, ['--import', still, typedoc, ...process.argv.slice(2)], {
  cwd: import.meta.dirname,
  // It writes anchors in the small letters of the machine's language: in Turkish, others than in English. So it gets a language of its own.
  env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
