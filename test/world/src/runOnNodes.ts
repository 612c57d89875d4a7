import { nodes } from '@finauth-sdk/test-nodes';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs a script on every line of Node. What each has printed as JSON, by the line's name. */
export async function runOnNodes(script: URL, env: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const path = fileURLToPath(script);
  const printed: Record<string, unknown> = {};
  for (const node of nodes) {
    const { stdout, stderr } = await promisify(execFile)(node.path, [path], { env: { ...process.env, ...env }, timeout: 60_000 });
    if (stderr !== '') throw new Error(`${node.name} wrote: ${stderr}`);
    printed[node.name] = JSON.parse(stdout);
  }
  return printed;
}
