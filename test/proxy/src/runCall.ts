import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface CallOutcome {
  readonly name: string;
  /** The token, where one came. */
  readonly token?: string;
  readonly code?: string;
  readonly message?: string;
  readonly ms?: number;
  /** The error as deep as it can be inspected, and as JSON. */
  readonly whole?: string;
}

const script = join(import.meta.dirname, '../runners/call.mjs');

/** One call over each transport, in a process of its own whose environment is what is given and nothing else. */
export function runCall(
  node: string,
  { args = [], env, timeoutMs = 20_000, transports = ['fetch', 'node', 'undici'] }: RunCallOptions,
): Promise<CallOutcome[]> {
  return new Promise((resolve, reject) => {
    execFile(node, [...args, script, String(timeoutMs), ...transports], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(JSON.parse(stdout) as CallOutcome[]);
    });
  });
}

interface RunCallOptions {
  /** Arguments for Node itself. */
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly transports?: readonly string[];
}
