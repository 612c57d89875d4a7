import type { Place } from './place.ts';

/** One way to use the packages: a row of the table. */
export interface Consumer {
  /** The thing and its version, as SUPPORT lists them. */
  readonly tool: string;
  readonly version: string;
  /** How it is used. */
  readonly how: string;
  /** Takes too long for every run: see consumers.test.ts. */
  readonly slow?: boolean;
  /** Makes a project, builds it and starts it, which then mints a token whose `uuid` is `CONSUMER` of the environment. Rejects if anything is wrong. */
  run(place: Place): Promise<void>;
}

/** What a row is called, and so what its token is for. */
export function nameOf({ tool, version, how }: Consumer): string {
  return `${tool} ${version}, ${how}`;
}

/** A row that takes too long for every run. */
export function slow(row: Consumer): Consumer {
  return { ...row, slow: true };
}
