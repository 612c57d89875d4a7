import { Command } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { addDoctor } from './commands/doctor.ts';
import { addExplain } from './commands/explain.ts';
import { addSandbox } from './commands/sandbox.ts';
import { addSign } from './commands/sign.ts';
import { addToken } from './commands/token.ts';
import { addVerify } from './commands/verify.ts';
import { type ExitClass, exitCodes, exitMeanings } from './exitCodes.ts';
import type { Terminal } from './output/terminal.ts';

/** The command with all its subcommands. A subcommand that ends well, and yet not with 0, says so by `endWith`. */
export function createProgram(terminal: Terminal, endWith: (exitClass: ExitClass) => void): Command {
  const program = new Command('finauth')
    .description(
      'FinAuth from the command line: mint a biz_token, ask for the verdict, find out why a call is refused, run a sandbox without an account.',
    )
    .version(manifest.version, '-V, --version')
    .helpCommand('help [command]', 'show the help for a command')
    // Both are inherited by the subcommands, which is why they come first. Errors are reported in one place, by run.
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText('after', epilogue());
  addToken(program, terminal);
  addVerify(program, terminal, endWith);
  addSign(program, terminal);
  addExplain(program, terminal, endWith);
  addDoctor(program, terminal, endWith);
  addSandbox(program, terminal);
  return program;
}

function epilogue(): string {
  const codes = Object.entries(exitCodes).map(
    ([exitClass, code]) => `  ${String(code).padStart(3)}  ${exitMeanings[exitClass as ExitClass]}`,
  );
  return `
Environment:
  FINAUTH_API_KEY, FINAUTH_API_SECRET    the credentials; never an argument
  FINAUTH_REGION, FINAUTH_BASE_URL       where to call
  FINAUTH_LIVENESS_ID                    the scene
  FINAUTH_VERIFY_ID                      the scene of verify
  REDISCLI_AUTH                          the password of doctor's --redis-url; never an argument
  NO_COLOR                               no colours

Exit codes:
${codes.join('\n')}

Examples:
  $ finauth sandbox                                    a local FinAuth, without an account
  $ finauth doctor --region sgp --liveness-id my-scene
  $ finauth token --region sgp --liveness-id my-scene
  $ finauth explain < sign.txt`;
}
