import { readThrown } from './readThrown.ts';

// How Node's zlib names what it cannot unpack: Z_DATA_ERROR, ERR__ERROR_FORMAT_… for Brotli, ZSTD_error_….
const CODES = /^(?:Z_|ZSTD_|ERR_(?:_ERROR_F|BROTLI|ZSTD))/;
const DEEPEST = 5;

/** Whether an answer came, and is not what its content-encoding says. Node's `fetch` has it among the causes of its error; other runtimes do not tell. */
export function isUnpackingError(error: unknown, depth = 0): boolean {
  const { code, cause } = readThrown(error);
  if (typeof code === 'string' && CODES.test(code)) return true;
  return cause !== undefined && depth < DEEPEST && isUnpackingError(cause, depth + 1);
}
