import type { ReadStream, WriteStream } from 'node:tty';
import { SECRET_NAME } from './environment.ts';
import { createPaint, type Paint } from './paint.ts';

// Less would be found in every other word.
const SHORTEST_SECRET = 4;
// A terminal would act on them.
const CONTROLS = /\p{Cc}+/gu;

/** Where a command reads from and writes to. */
export interface Terminal {
  readonly stdin: ReadStream;
  readonly stderr: WriteStream;
  readonly env: NodeJS.ProcessEnv;
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
  const withoutSecrets = (text: string): string => [...secrets].reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
  const keepSecret = (secret: string): void => void (secret.length >= SHORTEST_SECRET && secrets.add(secret));
  keepSecret(env[SECRET_NAME]?.trim() ?? '');
  return {
    stdin,
    stderr,
    env,
    paint: createPaint(stdout, env),
    paintNotes: createPaint(stderr, env),
    print: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${withoutSecrets(text)}\n`),
    keepSecret,
    harmless: (text) => withoutSecrets(text.replaceAll(CONTROLS, ' ').trim()),
  };
}

/** JSON in which the texts of somebody else can be shown. */
export function harmlessJson(value: object, { harmless }: Terminal): string {
  return JSON.stringify(value, (_name, field: unknown) => (typeof field === 'string' ? harmless(field) : field), 2);
}

function reject(error: Error): never {
  throw error;
}
