import type { Sandbox } from '@finauth-sdk/sandbox';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environment, run } from './run.ts';
import { root, workplace } from './places.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
/** What a document may tell to install: ours, and what a transport of ours needs, or is shown with. */
const PACKAGES = [
  ...['client', 'validator', 'signing', 'server', 'sandbox', 'cli'].map((name) => `@finauth-sdk/${name}`),
  'undici',
  'https-proxy-agent',
];

/** A line without its comment. */
export function commandOf(line: string): string {
  return line.replace(/(?:^|\s)#.*$/, '').trim();
}

/** What is wrong with a line of shell in a document; undefined if it could be typed as it stands. */
export async function complaintAbout(line: string): Promise<string | undefined> {
  const [command = '', ...rest] = commandOf(line).split(/\s+/);
  if (command === '') return undefined;
  if (command === 'npm') return complaintAboutNpm(rest);
  if (command === 'npx' && rest[0] === '@finauth-sdk/cli') return complaintAboutFinauth(rest.slice(1));
  if (command === 'finauth') return complaintAboutFinauth(rest);
  return `${command} is none of the commands that a document may show: make it a sample in spec/samples`;
}

function complaintAboutNpm([verb, ...rest]: string[]): string | undefined {
  if (verb === 'start' || verb === 'test') return undefined;
  if (verb === 'run') return scripts[rest[0] ?? ''] === undefined ? `package.json has no script ${rest[0]}` : undefined;
  const named = rest.filter((word) => word !== '--global').map((word) => word.replace(/(?<=.)@latest$/, ''));
  const unknown = named.find((name) => !PACKAGES.includes(name));
  if (verb === 'install' && named.length > 0) return unknown && `${unknown} is no package that a document may tell to install`;
  return `npm ${verb} is not shown in any document`;
}

/** The command and its options must be such as `--help` lists, by their whole names. */
async function complaintAboutFinauth([command = '--help', ...rest]: string[]): Promise<string | undefined> {
  if (command === '--help') return undefined;
  const help = await run('finauth', [command, '--help'], {});
  // Of a command that it does not know it shows its own help.
  if (!help.stdout.startsWith(`Usage: finauth ${command} `)) return `finauth has no command ${command}`;
  const known = new Set([...help.stdout.matchAll(/^ {2}(?:(-\w), )?(--[\w-]+)/gm)].flatMap(([, short, long]) => [short, long]));
  const unknown = rest.map((word) => word.replace(/=.*$/, '')).find((word) => /^-./.test(word) && !known.has(word));
  return unknown && `finauth ${command} has no option ${unknown}`;
}

/** The signature and the credentials that a document's line about a fixed time is about, and what it must print. */
export interface FixedExample {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly currentTime: number;
  readonly expireTime: number;
  readonly sign: string;
}

/** What goes wrong when a line of `finauth` is run as it stands, against the sandbox; undefined if it succeeds. */
export async function failureOf(line: string, sandbox: Sandbox, example: FixedExample): Promise<string | undefined> {
  const command = commandOf(line);
  if (command === 'finauth sandbox') return failureToStart(`${command} --port 0`);
  // A line with a time of its own is about the worked example, any other about now.
  const isFixed = /\s--at\s/.test(command);
  const env = environmentFor(sandbox, isFixed ? example : sandbox.credentials);
  const fresh = isFixed ? example.sign : (await run('finauth', ['sign', '--quiet'], env)).stdout.trim();
  await writeFile(join(workplace, 'sign.txt'), `${fresh}\n`);
  // Said as an option too, lest a `--region` win over the environment: no test may call FinAuth itself.
  const local = /^finauth (?:doctor|token)\b/.test(command) ? ` --base-url ${sandbox.url}` : '';
  // The example has a window of its own, which the SDK's may no longer be.
  const window = isFixed && command.startsWith('finauth sign ') ? ` --window-seconds ${example.expireTime - example.currentTime}` : '';
  const { exitCode, stdout, stderr } = await run('sh', ['-c', command + local + window], env);
  if (exitCode !== 0) return `${command} ended with ${exitCode}: ${stdout}${stderr}`;
  if (command.startsWith('finauth sign ') && isFixed && !stdout.includes(example.sign))
    return `${command} printed another signature than the worked example: ${stdout}`;
  return undefined;
}

function environmentFor({ url, liveness }: Sandbox, { apiKey, apiSecret }: Pick<FixedExample, 'apiKey' | 'apiSecret'>) {
  return {
    FINAUTH_BASE_URL: url,
    FINAUTH_API_KEY: apiKey,
    FINAUTH_API_SECRET: apiSecret,
    FINAUTH_REGION: 'sgp',
    FINAUTH_LIVENESS_ID: liveness.ok,
  };
}

/** The command that runs until it is stopped: it has to print where it listens. */
async function failureToStart(command: string): Promise<string | undefined> {
  const child = spawn('sh', ['-c', `exec ${command}`], { cwd: workplace, env: environment({}), stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const lines = createInterface(child.stdout);
    const ended = once(child, 'exit').then(() => undefined);
    const printed = (async () => {
      for await (const line of lines) if (/https?:\/\/127\.0\.0\.1:\d+/.test(line)) return /https?:\/\/[\d.:]+/.exec(line)![0];
      return undefined;
    })();
    const url = await Promise.race([printed, ended]);
    if (url === undefined) return `${command} did not print where it listens`;
    const { status } = await fetch(url);
    return status === 200 ? undefined : `${url} answered ${status}`;
  } finally {
    child.kill();
  }
}
