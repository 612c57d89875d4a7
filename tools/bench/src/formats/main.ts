import { build } from 'esbuild';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { documentedAnswer } from '../documentedAnswer.ts';
import { interleave } from '../interleave.ts';
import { markdownTable } from '../../../markdownTable.ts';
import { withRange } from '../report/figure.ts';
import { startAnswerServer } from '../startAnswerServer.ts';
import { ratio, spread } from '../statistics.ts';
import { copyPackage, takeOutCommonJs } from './esModulesOnly.ts';

// What CommonJS beside the ES modules costs: each package as it is, beside a copy without it. Run by hand.
const PACKAGES = ['client', 'validator', 'signing', 'sandbox'];
const VARIANTS = ['both', 'esm'] as const;
const ROUNDS = Number(process.argv[2] ?? 25);
const WAYS = { import: 'mjs', 'require()': 'cjs' } as const;

type Variant = (typeof VARIANTS)[number];

const packages = resolve(import.meta.dirname, '../../../../packages');
const scratch = await mkdtemp(join(tmpdir(), 'finauth-formats-'));
const folderOf = (variant: Variant, name: string): string => join(scratch, variant, 'node_modules/@finauth-sdk', name);
try {
  for (const name of PACKAGES) {
    for (const variant of VARIANTS) await copyPackage(join(packages, name), folderOf(variant, name));
    await takeOutCommonJs(folderOf('esm', name));
  }
  await printSizes();
  await printStarts();
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function printSizes(): Promise<void> {
  const rows = PACKAGES.map((name) => {
    const [both, esm] = VARIANTS.map((variant) => packed(folderOf(variant, name)));
    return [name, kB(esm!.size), kB(both!.size), kB(esm!.unpackedSize), kB(both!.unpackedSize)];
  });
  console.log(
    markdownTable(
      ['Package', 'tarball, ES modules alone', 'with CommonJS', 'unpacked, ES modules alone', 'with CommonJS'],
      rows,
      'figures',
    ),
  );
  const [both, esm] = await Promise.all(VARIANTS.map(bundled));
  console.log(
    `\nA bundle of createFinAuth for Node, minified and gzipped: ${esm} bytes from ES modules alone, ${both} with CommonJS beside them.`,
  );
}

function packed(cwd: string): { size: number; unpackedSize: number } {
  // Of npm's own, since it is npm that counts for users.
  const report = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(report) as { size: number; unpackedSize: number }[])[0]!;
}

async function bundled(variant: Variant): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export { createFinAuth } from '@finauth-sdk/signing';`, resolveDir: join(scratch, variant) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    write: false,
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
}

async function printStarts(): Promise<void> {
  const server = await startAnswerServer(await documentedAnswer());
  const call = `createFinAuth({ baseUrl: process.argv[2], credentials: { apiKey: 'bench-key', apiSecret: 'bench-secret' } }).getBizToken({ liveness_id: 'your-scene' }).then(() => process.stdout.write(JSON.stringify(process.cpuUsage()), () => process.exit()))`;
  for (const variant of VARIANTS) {
    await writeFile(join(scratch, variant, 'start.mjs'), `import { createFinAuth } from '@finauth-sdk/signing';\n${call};\n`);
    await writeFile(join(scratch, variant, 'start.cjs'), `const { createFinAuth } = require('@finauth-sdk/signing');\n${call};\n`);
  }
  try {
    const cases = Object.keys(WAYS).flatMap((way) => VARIANTS.map((variant) => `${way} ${variant}`));
    const start = async (one: string): Promise<number> => {
      const [way, variant] = one.split(' ') as [keyof typeof WAYS, Variant];
      return firstTokenMs(join(scratch, variant, `start.${WAYS[way]}`), server.url);
    };
    for (const one of cases) await start(one);
    const samples = await interleave(cases, ROUNDS, start);
    const rows = Object.keys(WAYS).map((way) => {
      const [both, esm] = VARIANTS.map((variant) => samples[`${way} ${variant}`]!);
      return [way, `${withRange(spread(esm!))} ms`, `${withRange(spread(both!))} ms`, withRange(ratio(both!, esm!))];
    });
    console.log(`\n${markdownTable(['Processor time to the first token', 'ES modules alone', 'with CommonJS', 'times'], rows, 'figures')}`);
  } finally {
    server.close();
  }
}

/** What a process takes of the processors until it has its first token, which a busy machine changes less than the time that passes. */
async function firstTokenMs(file: string, url: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [file, url]);
  const { user, system } = JSON.parse(stdout) as NodeJS.CpuUsage;
  return (user + system) / 1000;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
