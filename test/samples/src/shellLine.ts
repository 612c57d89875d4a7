import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';
import { root } from './places.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const PACKAGES = ['client', 'validator', 'signing', 'sandbox', 'cli'].map((name) => `@finauth-sdk/${name}`);

/** What is wrong with a line of shell in a document; undefined if it could be typed as it stands. */
export async function complaintAbout(line: string): Promise<string | undefined> {
  const words = line
    .replace(/\s+#.*$/, '')
    .trim()
    .split(/\s+/);
  const [command, ...rest] = words;
  if (command === undefined || command === '' || command.startsWith('#')) return undefined;
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
  if (verb === 'install' && named.length > 0) return unknown && `${unknown} is no package of this repo`;
  return `npm ${verb} is not shown in any document`;
}

/** The command and its options must be such as `--help` lists. */
async function complaintAboutFinauth([command = '--help', ...rest]: string[]): Promise<string | undefined> {
  if (command === '--help') return undefined;
  const help = await run('finauth', [command, '--help'], {});
  if (help.exitCode !== 0) return `finauth has no command ${command}`;
  const unknown = rest.filter((word) => word.startsWith('--')).find((option) => !help.stdout.includes(option));
  return unknown && `finauth ${command} has no option ${unknown}`;
}
