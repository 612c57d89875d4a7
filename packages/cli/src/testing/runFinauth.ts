import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What people install, and not its source. */
export const finauth: string = fileURLToPath(new URL('../../dist/finauth.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a process of its own, with no environment but what is given. */
export function runFinauth(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  return ended(spawn(process.execPath, [finauth, ...args], { env }), input);
}

function ended(child: ReturnType<typeof spawn>, input = ''): Promise<Ended> {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name]!.setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  // It may end without having read.
  child.stdin!.on('error', () => {}).end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...texts }));
  });
}

/** Runs it on a terminal of its own, and types each answer when the text before it has been shown. Gives all that the terminal showed. */
export function runOnTerminal(
  args: readonly string[],
  env: Record<string, string>,
  answers: readonly (readonly [shown: string, typed: string])[] = [],
): Promise<Ended> {
  const command = [process.execPath, finauth, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
  });
  const left = [...answers];
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (left.length > 0 && stdout.includes(left[0]![0])) child.stdin.write(left.shift()![1]);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr: '' }));
  });
}
