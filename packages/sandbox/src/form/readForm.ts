import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { printable } from './printable.ts';
import type { Route } from '../api/route.ts';
import type { Form, Part } from './form.ts';
import { readQuery } from './readQuery.ts';
import { defaultLimits, type Limits } from './limits.ts';

// Of each kind of body, the type that says so.
const MEDIA_TYPES = { form: 'multipart/form-data', json: 'application/json' } as const;

/** Takes in the parts of a body as they come, and says what went wrong. */
interface Parser {
  write(chunk: Buffer): void;
  end(): void;
}

interface Progress {
  readonly parts: Part[];
  readonly strangers: string[];
  /** The part that is being read. */
  current?: string;
  /** What a body of JSON holds. */
  values?: Readonly<Record<string, unknown>>;
}

// Names of fields that the API does not have are kept to be shown, not to fill the memory.
const STRANGERS = 20;
// What the multipart parser is given at once.
const PIECE_BYTES = 4 * 1024;

/** Reads the fields of a request, as far as they are there and within the limits. Never fails: what could not be read is said in the form. `stop` ends it early. */
export function readForm(request: IncomingMessage, route: Route, limits: Limits, stop: AbortSignal): Promise<Form> {
  return new Promise((done) => {
    const progress: Progress = { parts: [], strangers: [] };
    const { bodyBytes = usualBytes(route), bodyMs = defaultLimits.bodyMs } = limits;
    let over = false;
    let bytes = 0;
    let trouble: string | undefined;

    const finish = (unread: boolean): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      stop.removeEventListener('abort', onStop);
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      // Whatever else comes is thrown away, an error of the stream as well.
      request.on('error', () => {}).resume();
      const { parts, strangers, current, values } = progress;
      done({
        parts,
        strangers,
        unread,
        ...(values !== undefined && { values }),
        ...(trouble !== undefined && { trouble }),
        ...(current !== undefined && { broken: current }),
      });
    };
    const giveUp = (reason: string): void => {
      trouble ??= reason;
      finish(!request.complete);
    };
    const onStop = (): void => void (request.complete || giveUp(`The request could not be read to the end: ${String(stop.reason)}.`));
    // A body that is all here is parsed to its end, whatever becomes of its connection.
    const onGone = (): void => void (request.complete || giveUp('The caller disconnected before the body was complete.'));
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > bodyBytes)
        giveUp(
          `The body is larger than the ${bodyBytes} bytes that the sandbox reads. FinAuth's gateway answers 413 to a body that is too large.`,
        );
      else parser?.write(chunk);
    };
    const onEnd = (): void => (parser === undefined ? finish(false) : parser.end());
    const timer = setTimeout(() => giveUp(`The body was not complete after ${bodyMs} ms.`), bodyMs);

    let parser: Parser | undefined;
    const refuse = unreadable(request, route);
    if (refuse === undefined) parser = createParser(request, route, limits, progress, () => finish(false), giveUp);
    else trouble = refuse;

    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
    stop.addEventListener('abort', onStop);
    if (stop.aborted) onStop();
  });
}

/** How large a body may be: enough for what the spec allows its fields, twice over. */
function usualBytes({ fields }: Route): number {
  const all = Object.values(fields);
  const allowed = 2 * all.reduce((sum, { maxBytes = 0 }) => sum + maxBytes, 0);
  const usual = all.some(({ kind }) => kind === 'file') ? defaultLimits.bodyBytesWithFiles : defaultLimits.bodyBytes;
  return Math.max(usual, defaultLimits.bodyBytes + allowed);
}

/** Why nothing can be found in the body, to judge by its header. */
function unreadable({ headers }: IncomingMessage, { encoding: kind }: Route): string | undefined {
  if (kind === 'query') return undefined;
  const mediaType = MEDIA_TYPES[kind];
  const given = headers['content-type'];
  const encoding = headers['content-encoding'];
  if (given === undefined) return `The request has no Content-Type; the API expects ${mediaType}.`;
  const type = given.split(';')[0]!.trim();
  if (type.toLowerCase() !== mediaType) return `The body is ${printable(type)}; the API expects ${mediaType}, and cannot read its fields.`;
  if (encoding !== undefined && encoding !== 'identity')
    return `The body is encoded as ${printable(encoding)}; the API expects it unencoded.`;
  return undefined;
}

function createParser(
  request: IncomingMessage,
  route: Route,
  limits: Limits,
  progress: Progress,
  finish: () => void,
  giveUp: (reason: string) => void,
): Parser | undefined {
  if (route.encoding === 'form') return createMultipartParser(request, route, limits, progress, finish, giveUp);
  if (route.encoding === 'query') return createQueryParser(request, route, limits, progress, finish, giveUp);
  return createJsonParser(route, limits, progress, finish, giveUp);
}

/** The fields are there before a body is, which a GET has none of. */
function createQueryParser(
  { url = '' }: IncomingMessage,
  route: Route,
  { parts = defaultLimits.parts }: Limits,
  progress: Progress,
  finish: () => void,
  giveUp: (reason: string) => void,
): Parser {
  let bytes = 0;
  return {
    write: (chunk) => void (bytes += chunk.length),
    end() {
      const pairs = readQuery(url);
      for (const [name, value] of pairs.slice(0, parts))
        keep(progress, route, { name: printable(name), bytes: value, mediaType: 'text/plain' });
      if (pairs.length > parts) return giveUp(`The query has more than the ${parts} fields that the sandbox reads.`);
      if (bytes > 0 && pairs.length === 0) return giveUp('The request has a body, but this operation takes its fields in the query.');
      finish();
    },
  };
}

function createJsonParser(
  route: Route,
  { parts = defaultLimits.parts }: Limits,
  progress: Progress,
  finish: () => void,
  giveUp: (reason: string) => void,
): Parser {
  const chunks: Buffer[] = [];
  return {
    write: (chunk) => void chunks.push(chunk),
    end() {
      const object = parseObject(Buffer.concat(chunks));
      if (object === undefined) return giveUp('The body is not a JSON object in UTF-8, or is nested too deeply.');
      const { values, texts } = object;
      if (texts.length > parts) return giveUp(`The body has more than the ${parts} fields that the sandbox reads.`);
      progress.values = values;
      for (const [name, text] of texts)
        keep(progress, route, { name: printable(name), bytes: Buffer.from(text), mediaType: 'application/json' });
      finish();
    },
  };
}

interface ParsedObject {
  readonly values: Readonly<Record<string, unknown>>;
  /** The same as texts, for whoever looks at what arrived. */
  readonly texts: readonly (readonly [name: string, text: string])[];
}

/** Undefined for what is no object. What is nested tens of thousands of levels deep can be parsed, and not be written again: that overflows the stack. */
function parseObject(bytes: Buffer): ParsedObject | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const values = value as Record<string, unknown>;
    const texts = Object.entries(values).map(([name, field]) => [name, typeof field === 'string' ? field : JSON.stringify(field)] as const);
    return { values, texts };
  } catch {
    return undefined;
  }
}

function createMultipartParser(
  request: IncomingMessage,
  route: Route,
  { parts = defaultLimits.parts, fieldBytes = defaultLimits.fieldBytes }: Limits,
  progress: Progress,
  finish: () => void,
  giveUp: (reason: string) => void,
): Parser | undefined {
  const malformed = (error: unknown): void =>
    giveUp(`The body is not well-formed multipart: ${printable(error instanceof Error ? error.message : String(error))}.`);
  const end = (): void => {
    if (!tooMany) return finish();
    delete progress.current;
    giveUp(`The body has more than the ${parts} parts that the sandbox reads.`);
  };
  let tooMany = false;
  let busboy: BusboyInstance;
  try {
    busboy = new Busboy({
      headers: request.headers as BusboyHeaders,
      // Every part as a stream: only so can one see the name of a part that does not end, and its bytes before they are decoded.
      isPartAFile: () => true,
      preservePath: true,
      limits: { parts, headerPairs: 32, headerSize: 8 * 1024 },
    });
  } catch (error) {
    malformed(error);
    return undefined;
  }

  busboy.on(
    'file',
    (name: string | undefined, stream: BusboyFileStream, fileName: string | undefined, _encoding: string, mediaType: string) => {
      const label = printable(name ?? '');
      const field = Object.hasOwn(route.fields, label) ? route.fields[label] : undefined;
      // What the spec allows is read, and as much more as it takes to say by how much a text is too long.
      const limit = field?.kind === 'file' ? Infinity : Math.max(fieldBytes, 2 * (field?.maxBytes ?? 0));
      const chunks: Buffer[] = [];
      let size = 0;
      progress.current = label;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (field === undefined) return;
        if (size > limit) giveUp(`The field ${label} is longer than the ${limit} bytes that the sandbox reads.`);
        else chunks.push(chunk);
      });
      stream.on('end', () => {
        if (progress.current === label) delete progress.current;
        keep(progress, route, { name: label, bytes: Buffer.concat(chunks), mediaType, ...(fileName !== undefined && { fileName }) });
      });
      // What ends a part early is told by the parser as well.
      stream.on('error', () => {});
    },
  );
  busboy.on('partsLimit', () => {
    tooMany = true;
    // The part before this one is whole, and its end is told a moment later.
    setImmediate(end);
  });
  busboy.on('error', malformed);
  busboy.on('finish', end);
  busboy.on('drain', () => request.resume());
  return {
    write(chunk) {
      // The parser goes on to look for parts beyond the limit in whatever it is given. A MiB has room for 100,000 of them, which take it half a second.
      for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
        if (tooMany) return;
        if (!busboy.write(chunk.subarray(start, start + PIECE_BYTES))) request.pause();
      }
    },
    // Beyond the limit it would take what it was not given for missing.
    end: () => void (tooMany || busboy.end()),
  };
}

function keep({ parts, strangers }: Progress, route: Route, part: Part): void {
  if (Object.hasOwn(route.fields, part.name)) parts.push(part);
  else if (strangers.length < STRANGERS) strangers.push(part.name);
}
