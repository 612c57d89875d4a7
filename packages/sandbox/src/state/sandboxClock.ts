/** The sandbox's time. It keeps running after it is set. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Sets the time: a Date, or milliseconds since 1970. */
  set(time: Date | number): void;
  /** Moves the time forward by this many milliseconds, or back if negative. */
  advance(milliseconds: number): void;
}

// What a Date can hold.
const LIMIT_MS = 8.64e15;

export function createSandboxClock(source: () => number, onChange: () => void): SandboxClock {
  let offsetMs = 0;
  const moveTo = (time: number): void => {
    if (!Number.isFinite(time) || Math.abs(time) > LIMIT_MS)
      throw new TypeError('The clock takes a valid Date, or milliseconds since 1970');
    offsetMs = time - source();
    onChange();
  };
  return {
    now: () => source() + offsetMs,
    set: (time) => moveTo(Number(time)),
    advance: (milliseconds) => moveTo(source() + offsetMs + milliseconds),
  };
}
