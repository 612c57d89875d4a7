import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyRepo } from '../../../copyRepo.ts';
import { edits } from './edits.ts';
import { startDev } from './startDev.ts';

// Prints how long a regeneration takes. Works in a copy of the repo, and leaves the repo as it is.

// A maintainer reads what a save has done before the next one.
const BETWEEN_SAVES_MS = 2_000;
const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const { root, remove } = copyRepo(dirname(dirname(dirname(dirname(import.meta.dirname)))));

try {
  const [cpu] = cpus();
  console.log(
    `${availableParallelism()} × ${cpu?.model ?? 'unknown'}, Node ${process.versions.node}, median of ${ROUNDS} (least to most), seconds\n`,
  );

  const generate = [join(root, 'tools/generate/src/main.ts')];
  measure('generate, cold', 5, () => {
    rmSync(join(root, 'node_modules/.cache'), { recursive: true, force: true });
    return () => run(process.execPath, generate);
  });
  measure('generate, nothing to do', 1, () => () => run(process.execPath, generate));
  run('npm', ['run', '-s', 'generate']);
  measure('npm run generate, nothing to do', 1, () => () => run('npm', ['run', '-s', 'generate']));
  await measureDev();
} finally {
  remove();
}

function measure(what: string, aim: number, prepare: () => () => void): void {
  const seconds = Array.from({ length: ROUNDS }, () => {
    const work = prepare();
    const began = performance.now();
    work();
    return (performance.now() - began) / 1000;
  });
  show({ what, aim, seconds });
}

/** From a save until mock, sandbox and docs serve what it makes, and until the types and the quick tests of what was saved have passed too. */
async function measureDev(): Promise<void> {
  const dev = await startDev(root);
  try {
    await dev.until(/^Green/);
    for (const { kind, file, change } of edits) {
      const path = join(root, file);
      const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
      mkdirSync(dirname(path), { recursive: true });
      const rounds: Saved[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        const text = change(before, round);
        if (text === before) throw new Error(`${file} does not hold what was to be changed: change the benchmark.`);
        rounds.push(await untilGreen(dev, () => writeFileSync(path, text)));
      }
      await untilGreen(dev, () => writeFileSync(path, before));
      show({ what: `npm run dev, ${kind}: served`, aim: 3, seconds: rounds.map(({ served }) => served) });
      show({ what: `npm run dev, ${kind}: tested`, aim: 3, seconds: rounds.map(({ green }) => green) });
    }
  } finally {
    await dev.interrupt();
  }
}

/** Seconds from a save. */
interface Saved {
  readonly served: number;
  readonly green: number;
}

async function untilGreen(dev: Awaited<ReturnType<typeof startDev>>, save: () => void): Promise<Saved> {
  await pause(BETWEEN_SAVES_MS);
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1000;
  save();
  const said = await dev.until(/^(?:Serving|Green)/);
  const served = since();
  if (!/^Green/m.test(said)) await dev.until(/^Green/);
  return { served, green: since() };
}

function show({ what, aim, seconds }: { what: string; aim: number; seconds: number[] }): void {
  const sorted = seconds.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  const range = `${sorted[0]!.toFixed(2)} to ${sorted.at(-1)!.toFixed(2)}`;
  console.log(`${what.padEnd(52)} ${median.toFixed(2).padStart(6)}  (${range})  aim ${aim}${median <= aim ? '' : '  missed'}`);
}

function run(command: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
