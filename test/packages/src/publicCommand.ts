import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What a package's command offers, as text: its help, and that of each of its subcommands. */
export function publicCommand(directory: string, bin: string): string {
  const help = (...command: string[]): string =>
    execFileSync(process.execPath, [join(directory, bin), ...command, '--help'], {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
  const main = help();
  const [, list = ''] = /^Commands:\n(.*?)\n\n/ms.exec(main) ?? [];
  const names = [...list.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name!);
  return [main, ...names.map((name) => help(name))].join(`\n${'-'.repeat(80)}\n\n`);
}
