import type { ReadStream, WriteStream } from 'node:tty';
import { REDIS_PASSWORD_NAME, SECRET_NAME } from '../environment.ts';
import { createPaint, type Paint } from './paint.ts';

// Less would be found in every other word.
const SHORTEST_SECRET = 4;
const SHORTEST_STREWN = 8;
const REDACTED = '[redacted]';
// No answer of FinAuth's is; what is deeper would only break what reads it.
const DEEPEST = 50;
// A terminal would act on them, or show something else than there is: control characters, line separators, marks of direction, what takes no room, halves.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu;

/** Where a command reads from and writes to. */
export interface Terminal {
  readonly stdin: ReadStream;
  readonly stderr: WriteStream;
  readonly env: NodeJS.ProcessEnv;
  /** How wide stdout is, if it is a terminal. */
  readonly columns: number | undefined;
  /** Colours for stdout. */
  readonly paint: Paint;
  /** Colours for stderr. */
  readonly paintNotes: Paint;
  /** What the command is run for goes to stdout. */
  print(text: string): void;
  /** What a person wants to know besides goes to stderr, without the secrets that are known. */
  note(text: string): void;
  /** Remembers a secret, so that it is printed nowhere. */
  keepSecret(secret: string): void;
  /** The text of somebody else as it can be shown: on one line, without escape codes and without the secrets that are known. */
  harmless(text: string): string;
}

export function processTerminal({ stdin, stdout, stderr, env }: NodeJS.Process): Terminal {
  // Whoever reads may stop reading, as `head` does.
  for (const stream of [stdout, stderr]) stream.on('error', (error: NodeJS.ErrnoException) => error.code === 'EPIPE' || reject(error));
  const secrets = new Set<string>();
  const withoutSecrets = (text: string): string => {
    const rest = [...secrets].reduce((shorter, secret) => shorter.replaceAll(secret, REDACTED), text);
    // With other characters in between, a reader can still put it together.
    return [...secrets].some((secret) => lettersOf(secret).length >= SHORTEST_STREWN && lettersOf(rest).includes(lettersOf(secret)))
      ? REDACTED
      : rest;
  };
  const keepSecret = (secret: string): void => {
    if (secret.length >= SHORTEST_SECRET) for (const form of formsOf(secret)) secrets.add(form);
  };
  for (const secret of [env[SECRET_NAME]?.trim(), env[REDIS_PASSWORD_NAME]]) if (secret !== undefined) keepSecret(secret);
  for (const password of proxyPasswords(env)) keepSecret(password);
  return {
    stdin,
    stderr,
    env,
    columns: stdout.columns,
    paint: createPaint(stdout, env),
    paintNotes: createPaint(stderr, env),
    print: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${withoutSecrets(text)}\n`),
    keepSecret,
    // The SDK's own sign for what it leaves out is not in every terminal's alphabet.
    harmless: (text) => withoutSecrets(text.replaceAll(HIDDEN, ' ').replaceAll('…', '...').trim()),
  };
}

/** JSON in which the texts of somebody else can be shown, the names of fields too. */
export function harmlessJson(value: object, { harmless }: Terminal): string {
  const copy = (part: unknown, depth: number): unknown => {
    if (typeof part === 'string') return harmless(part);
    if (typeof part !== 'object' || part === null) return part;
    if (depth === DEEPEST) return '[...]';
    if (Array.isArray(part)) return part.map((element) => copy(element, depth + 1));
    return Object.fromEntries(Object.entries(part).map(([name, field]) => [harmless(name), copy(field, depth + 1)]));
  };
  return JSON.stringify(copy(value, 0), null, 2);
}

/** A secret as it is, and as it is likely to be written elsewhere. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    bytes.toString('hex'),
    bytes.toString('base64').split('=', 1)[0]!,
    bytes.toString('base64url'),
  ];
  return [...new Set([...forms, ...forms.map((form) => [...form].toReversed().join(''))])];
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** The passwords in the URLs of proxies, and the logins as they are sent. */
function proxyPasswords(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    const [, user, password] = (/_proxy$/i.test(name) && /^(?:[a-z]+:\/\/)?([^:@/]*):(.+)@/i.exec(value ?? '')) || [];
    if (user === undefined || password === undefined) return [];
    const [plainUser, plain] = [decoded(user), decoded(password)];
    return [password, plain, Buffer.from(`${plainUser}:${plain}`).toString('base64')];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function reject(error: Error): never {
  throw error;
}
