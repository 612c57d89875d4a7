import { errorCatalogue, gatewayErrors, operationErrors, unlistedError } from '@finauth-sdk/client';
import {
  FinAuthApiError,
  FinAuthClosedError,
  FinAuthConfigError,
  FinAuthConnectionError,
  FinAuthError,
  FinAuthInputError,
  FinAuthResponseError,
  FinAuthTimeoutError,
} from '@finauth-sdk/signing';
import { join } from 'node:path';
import { httpErrors, toHttpError } from '../toHttpError.ts';
import { TokenLimitError, UnknownTokenError } from '../tokenStore.ts';

/** An error that a call can end with, and its source. */
export interface ErrorRow {
  readonly from: 'FinAuth' | 'a gateway' | 'the SDK' | 'your code';
  readonly name: string;
  readonly error: Error;
}

const nothing = { detail: undefined, requestId: undefined, timeUsed: undefined, retryAfterMs: undefined, clockOffsetMs: undefined };
const api = (name: string, status: number, { retry, remedy }: { retry: FinAuthError['retry']; remedy: string }): ErrorRow => {
  const [code, detail] = name.split(': ');
  const error = new FinAuthApiError({ ...nothing, assumedOffsetMs: 0, status, code: code!, detail, retry, remedy });
  return { from: 'FinAuth', name, error };
};
const own = (error: FinAuthError): ErrorRow => ({ from: 'the SDK', name: error.name, error });

/** Every error of the catalogue, and each kind of the SDK's own. */
export const errorRows: readonly ErrorRow[] = [
  ...Object.entries(errorCatalogue).flatMap(([code, { status, reasons = {}, ...advice }]) => [
    api(code, status, advice),
    ...Object.entries(reasons).map(([reason, its]) => api(`${code}: ${reason}`, status, its)),
  ]),
  api('any other code', 400, unlistedError),
  ...Object.entries(gatewayErrors).map(([status, { retry, remedy }]): ErrorRow => {
    const error = new FinAuthResponseError('', { status: Number(status), excerpt: '', retryAfterMs: undefined, retry, remedy });
    return { from: 'a gateway', name: status, error };
  }),
  {
    from: 'a gateway',
    name: 'any other response that is not FinAuth’s',
    error: new FinAuthResponseError('', { status: 200, excerpt: '', retryAfterMs: undefined, retry: 'never', remedy: '' }),
  },
  own(new FinAuthConnectionError('')),
  own(new FinAuthTimeoutError('')),
  own(new FinAuthInputError('', [])),
  own(new FinAuthConfigError('')),
  own(new FinAuthClosedError('')),
  { from: 'the SDK', name: 'ERR_LIMITER', error: new FinAuthError('', { code: 'ERR_LIMITER', cause: undefined, retry: 'later' }) },
  own(new TokenLimitError(60_000)),
  own(new UnknownTokenError()),
  { from: 'your code', name: 'any other error', error: new Error('') },
];

/** What a phone is told, by its code. */
function codeTable(): string {
  const rows = Object.entries(httpErrors).map(([code, { status, when, why }]) => `| \`${code}\` | ${status} | ${when} | ${why} |`);
  return ['| `code` | Status | When | Why |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Which endpoint can meet an error. */
function endpointOf(name: string): string {
  const { getBizToken, verify } = operationErrors;
  const isOf = (codes: readonly string[], own: string): boolean => codes.includes(name) || name === own;
  const [token, verdict] = [isOf(getBizToken.codes, 'TokenLimitError'), isOf(verify.codes, 'UnknownTokenError')];
  return token === verdict ? 'both' : token ? 'token' : 'verify';
}

/** What each error becomes. */
function errorTable(): string {
  const rows = errorRows.map(({ from, name, error }) => {
    const { status, body } = toHttpError(error);
    return `| ${/^[\w: ]+$/.test(name) && !name.startsWith('any') ? `\`${name}\`` : name} | ${from} | ${endpointOf(name)} | ${status} | \`${body.code}\` |`;
  });
  return ['| Error | Source | Endpoint | Status | `code` |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** The documents that have both tables. */
export const documents: readonly string[] = ['../../README.md', '../../../../spec/guides/11-the-endpoint-that-your-app-calls.md'].map(
  (path) => join(import.meta.dirname, path),
);

/** A document with its tables made anew. */
export function withTables(text: string): string {
  const tables = { code: codeTable(), error: errorTable() };
  return Object.entries(tables).reduce((all, [name, table]) => {
    const place = new RegExp(`(<!-- ${name} table, by \`npm run snapshots\` -->\n)[^]*?(\n<!-- end -->)`);
    if (!place.test(all)) throw new Error(`The document has no place for the table of ${name}s.`);
    return all.replace(place, (_, begin: string, end: string) => `${begin}\n${table}\n${end}`);
  }, text);
}
