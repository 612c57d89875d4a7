/** Remembers the signatures that came, as many as it may, the latest. */
export interface SeenSigns {
  /** When a signature came first, in milliseconds since 1970; undefined if this is the first time. Remembers it from now on. */
  remember(digest: Buffer, at: number): number | undefined;
}

// A digest and a time are some 200 bytes in a map: 10 MB at most.
const CAPACITY = 50_000;

export function createSeenSigns(capacity: number = CAPACITY): SeenSigns {
  const seen = new Map<string, number>();
  return {
    remember(digest, at) {
      const id = digest.toString('base64');
      const before = seen.get(id);
      if (before === undefined) {
        if (seen.size >= capacity) seen.delete(seen.keys().next().value!);
        seen.set(id, at);
      }
      return before;
    },
  };
}
