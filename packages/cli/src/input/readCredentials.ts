import type { Credentials } from '@finauth-sdk/signing';
import { askHidden, canAsk } from './askHidden.ts';
import { CommandError } from '../commandError.ts';
import { KEY_NAME, SECRET_NAME } from '../environment.ts';
import { readStdin } from './readStdin.ts';
import type { Terminal } from '../output/terminal.ts';

export interface SecretOptions {
  /** Read the secret from stdin. */
  readonly secretStdin?: boolean;
}

/**
 * The credentials: from the environment, or stdin for the secret, or else from a prompt. Never from an argument, which
 * every user of the machine can see and the shell's history keeps.
 *
 * @throws {CommandError} for what is missing where nobody can be asked, is empty, or has white space around it.
 */
export async function readCredentials(terminal: Terminal, options: SecretOptions): Promise<Credentials> {
  const { env } = terminal;
  const apiSecret = options.secretStdin ? await secretFromStdin(terminal) : env[SECRET_NAME];
  const missing = [!env[KEY_NAME] && KEY_NAME, !apiSecret && SECRET_NAME].filter((name) => typeof name === 'string');
  // What was read to its end cannot be asked any more.
  if (missing.length > 0 && (options.secretStdin || !canAsk(terminal))) {
    throw new CommandError(
      'config',
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. Set ${missing.length === 1 ? 'it' : 'them'} in the environment; the secret can also come from stdin, with --secret-stdin.`,
    );
  }
  return {
    apiKey: env[KEY_NAME] ? withoutEdges(KEY_NAME, env[KEY_NAME]) : await ask(terminal, 'API key'),
    apiSecret: apiSecret ? withoutEdges(SECRET_NAME, apiSecret) : await askSecret(terminal),
  };
}

/** The secret for a command that can do without. */
export async function readSecretIfGiven(
  terminal: Terminal,
  options: SecretOptions & { readonly askSecret?: boolean },
): Promise<string | undefined> {
  if (options.secretStdin) return await secretFromStdin(terminal);
  if (!options.askSecret) return terminal.env[SECRET_NAME] || undefined;
  if (!canAsk(terminal)) throw new CommandError('usage', `--ask-secret needs a terminal to ask on. Set ${SECRET_NAME} in its place.`);
  return await askSecret(terminal);
}

async function askSecret(terminal: Terminal): Promise<string> {
  const secret = await ask(terminal, 'API secret');
  terminal.keepSecret(secret);
  return secret;
}

async function ask(terminal: Terminal, question: string): Promise<string> {
  const answer = await askHidden(terminal, question);
  if (answer === '') throw new CommandError('config', `No ${question} was entered.`);
  return answer;
}

async function secretFromStdin(terminal: Terminal): Promise<string> {
  // The line's end is the shell's, not the secret's.
  const secret = (await readStdin(terminal)).replace(/\r?\n$/, '');
  if (secret === '') throw new CommandError('config', 'The API secret was expected on stdin (--secret-stdin), but stdin was empty.');
  terminal.keepSecret(secret);
  return secret;
}

function withoutEdges(name: string, value: string): string {
  if (value === value.trim()) return value;
  throw new CommandError('config', `${name} begins or ends with white space: remove it, it was probably copied along.`);
}
