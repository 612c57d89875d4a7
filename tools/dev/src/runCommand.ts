import { spawn } from 'node:child_process';

export interface CommandResult {
  ok: boolean;
  output: string;
}

/** Runs a command to its end and keeps what it says. Stops it, and what it has started, where the signal says so. */
export function runCommand(cwd: string, [command, ...args]: [string, ...string[]], signal: AbortSignal): Promise<CommandResult> {
  return new Promise((done, fail) => {
    // A group of its own, so that the tools which a tool starts can be stopped with it.
    const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const stop = () => stopGroup(child.pid);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.once('error', fail);
    child.once('close', (exitCode) => {
      signal.removeEventListener('abort', stop);
      done({ ok: exitCode === 0, output: output.trim() });
    });
  });
}

function stopGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // It is gone already.
  }
}
