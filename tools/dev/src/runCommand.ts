import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

const { PRIORITY_NORMAL: NORMAL, PRIORITY_LOW: LOW } = constants.priority;
/** For what nobody waits for: it leaves the processors to whoever else wants them. */
export const WHEN_IDLE: number = LOW;

export interface RunOptions {
  priority?: number;
  /** What it finds in its environment besides what is there. */
  env?: Record<string, string>;
}

export interface CommandResult {
  ok: boolean;
  output: string;
}

/** A command that has been started. */
export interface Started {
  /** What has come of it, once it has ended. */
  readonly result: Promise<CommandResult>;
  /** All that it will read. */
  tell: (line: string) => void;
  /** Ends it, and what it has started. */
  stop: () => void;
}

/** Starts a command, and keeps what it says. */
export function startCommand(
  cwd: string,
  [command, ...args]: [string, ...string[]],
  { priority = NORMAL, env = {} }: RunOptions = {},
): Started {
  // A group of its own, so that the tools which a tool starts can be stopped with it.
  const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env }, stdio: 'pipe', detached: true });
  if (child.pid !== undefined && priority !== NORMAL) setPriority(child.pid, priority);
  // Whoever has ended hears nothing; why it has is in what it said.
  child.stdin.on('error', () => {});
  const result = new Promise<CommandResult>((done, fail) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.once('error', fail);
    child.once('close', (exitCode) => done({ ok: exitCode === 0, output: output.trim() }));
  });
  return { result, tell: (line) => void child.stdin.end(line), stop: () => stopGroup(child.pid) };
}

/** Lets it come to its end, unless the signal says so earlier. */
export async function untilEnd({ result, stop }: Started, signal: AbortSignal): Promise<CommandResult> {
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await result;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Runs a command to its end and keeps what it says. Stops it, and what it has started, where the signal says so. */
export function runCommand(cwd: string, command: [string, ...string[]], signal: AbortSignal, options?: RunOptions): Promise<CommandResult> {
  const started = startCommand(cwd, command, options);
  started.tell('');
  return untilEnd(started, signal);
}

function stopGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // It is gone already.
  }
}
