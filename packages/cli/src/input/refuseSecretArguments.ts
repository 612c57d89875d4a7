import { signatureScheme } from '@finauth-sdk/client';
import { CommandError } from '../commandError.ts';
import { KEY_NAME, SECRET_NAME } from '../environment.ts';

const OPTION = /^-{1,2}(?:finauth[-_]?)?(?:api[-_]?(?:secret|key)|secret(?:[-_]?key)?|password|credentials?)(?:=|$)/i;
const ASSIGNMENT = /^(?:finauth[-_]?)?(?:api[-_]?(?:secret|key)|secret)[=:]/i;
const SHORTEST_SECRET = 4;
// Of a digest in Base64, without its padding.
const BASE64_DIGITS = Math.ceil((signatureScheme.digestBytes * 4) / 3);

/**
 * Refuses arguments that hold a credential, before anything else has looked at them.
 *
 * @throws {CommandError} without the argument's text.
 */
export function refuseSecretArguments(args: readonly string[], secret = ''): void {
  const isSecret = (arg: string): boolean =>
    OPTION.test(arg) || ASSIGNMENT.test(arg) || (secret.length >= SHORTEST_SECRET && arg.includes(secret));
  if (args.some(isSecret)) throw secretInArguments();
}

/** The form that secrets and keys have, and a signature or an answer of this command does not. */
export function looksLikeSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{20,64}$/.test(text) && !/^[a-z]+(?:[-_][a-z]+)*$/.test(text) && !isDigest(text);
}

/** A digest alone, in hex or Base64, is a usual mistake, and has to be explained. */
function isDigest(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) || text.length === BASE64_DIGITS;
}

export function secretInArguments(): CommandError {
  return new CommandError(
    'usage',
    `An argument looks like a credential, and is refused: every user of this machine can see arguments, and the shell's history keeps them. Set ${KEY_NAME} and ${SECRET_NAME} in the environment, or pass the secret on stdin with --secret-stdin. If that was the real secret, ask FinAuth for a new one.`,
  );
}
