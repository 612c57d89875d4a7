import { type Command, CommanderError } from 'commander';
import { CommandError } from './commandError.ts';
import { SECRET_NAME } from './environment.ts';
import { exitCodes } from './exitCodes.ts';
import { createProgram } from './program.ts';
import { looksLikeSecret, refuseSecretArguments, secretInArguments } from './input/refuseSecretArguments.ts';
import { reportError } from './output/reportError.ts';
import type { Terminal } from './output/terminal.ts';

/** Runs the command with its arguments, and gives the exit code. It does not throw. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const json = args.includes('--json');
  let exitCode: number = exitCodes.ok;
  // One that comes from stdin or a prompt may stand among the arguments just as well.
  const keepSecret = (secret: string): void => {
    terminal.keepSecret(secret);
    refuseSecretArguments(args, secret);
  };
  const program = createProgram({ ...terminal, keepSecret }, (exitClass) => (exitCode = exitCodes[exitClass]));
  try {
    refuseSecretArguments(args, terminal.env[SECRET_NAME]);
    await program.parseAsync(withSignLast(args), { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(error, terminal, json);
    if (error.exitCode === 0) return exitCodes.ok;
    // Without arguments the help itself is the answer, and is printed already.
    if (error.code === 'commander.help') return exitCodes.usage;
    return reportError(usageError(error, args, program), terminal, json);
  }
}

/** A signature in the URL-safe alphabet may begin with "-", and is no option for that. */
function withSignLast(args: readonly string[]): string[] {
  const isSign = (arg: string): boolean => /^-[^-]/.test(arg) && arg.length > 60;
  const signs = args.filter(isSign);
  return signs.length === 0 ? [...args] : [...args.filter((arg) => !isSign(arg)), '--', ...signs];
}

/** The framework's complaint, without what it repeats of the arguments: one of them may be a secret in the wrong place. */
function usageError(error: CommanderError, args: readonly string[], program: Command): CommandError {
  const misplaced = ['commander.excessArguments', 'commander.unknownCommand', 'commander.unknownOption'].includes(error.code);
  if (misplaced && args.some((arg) => looksLikeSecret(arg.replace(/^-+/, '')))) return secretInArguments();
  // The value of an option that takes another kind. A number that is too long is no secret.
  const [, value = ''] = / argument '([^]*)' is invalid/.exec(error.message) ?? [];
  if (looksLikeSecret(value) && !/^\d+$/.test(value)) return secretInArguments();
  const message = error.message
    .replace(/^error: /, '')
    .replace(/ argument '(\d{1,10})' is invalid\./, ' cannot be $1.')
    .replace(/ argument '[^]*' is invalid\./, ' has a value that is not allowed.')
    .replace(/^unknown (command|option) '[^]*'/, (_whole, kind: string) => `there is no such ${kind}`)
    .replaceAll(/\s+/g, (run) => (run.includes('\n') ? ' ' : run))
    .replace(/\.$/, '');
  const command = program.commands.find((each) => each.name() === args[0]);
  return new CommandError('usage', `${message}. See finauth ${command ? `${command.name()} ` : ''}--help.`);
}
