/** What there is to read of something thrown. */
export interface Thrown {
  readonly isText: boolean;
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly status?: unknown;
  readonly reason?: unknown;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[] | undefined;
}

/** Reads something thrown, which may be anything at all: a field that cannot be read is not there. */
export function readThrown(thrown: unknown): Thrown {
  if ((typeof thrown !== 'object' && typeof thrown !== 'function') || thrown === null) return { isText: true, message: textOf(thrown) };
  const first = (...names: string[]): unknown => {
    for (const name of names) {
      const value = tryTo(() => (thrown as Record<string, unknown>)[name]);
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  };
  const errors = first('errors');
  return {
    isText: false,
    name: first('name'),
    message: first('message'),
    code: first('code', 'errno'),
    status: first('status', 'statusCode'),
    reason: first('reason', 'statusText', 'error', 'description', 'detail', 'type'),
    cause: first('cause'),
    errors: tryTo(() => (Array.isArray(errors) ? errors.slice(0, 1) : undefined)),
  };
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'symbol' ? value.description : String(value);
}

function tryTo<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
