import type { PlatformHeaders } from './platform.ts';

/** The value of a header; undefined where there is none. The headers of a given `fetch` or transport may be of any make, or missing, and must not cost a token. */
export function headerText(headers: Pick<PlatformHeaders, 'get'>, name: string): string | undefined {
  try {
    const value: unknown = headers.get(name);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
