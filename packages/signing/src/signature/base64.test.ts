import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const prototype = Uint8Array.prototype as unknown as { toBase64?: (this: Uint8Array) => string };
const { toBase64 } = prototype;
const { Buffer } = globalThis;

const runtimes: Record<string, () => void> = {
  'has toBase64'() {
    prototype.toBase64 = function () {
      return Buffer.from(this).toString('base64');
    };
    vi.stubGlobal('Buffer', undefined);
    vi.stubGlobal('btoa', undefined);
  },
  'has Buffer'() {
    delete prototype.toBase64;
    vi.stubGlobal('btoa', undefined);
  },
  'has neither'() {
    delete prototype.toBase64;
    vi.stubGlobal('Buffer', undefined);
  },
};

describe.each(Object.keys(runtimes))('on a runtime that %s', (name) => {
  let base64: typeof import('./base64.ts');
  beforeEach(async () => {
    runtimes[name]!();
    vi.resetModules();
    base64 = await import('./base64.ts');
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    // The module that chose for such a runtime must serve no other file.
    vi.resetModules();
    if (toBase64) prototype.toBase64 = toBase64;
    else delete prototype.toBase64;
  });

  it.each([
    [[], ''],
    [[0], 'AA=='],
    [[251, 255], '+/8='],
    [[0, 127, 128, 255, 13, 10], 'AH+A/w0K'],
  ])('writes %j as %s, and reads it back', (numbers, text) => {
    const bytes = Uint8Array.from(numbers);
    expect(base64.encodeBase64(bytes)).toBe(text);
    expect(base64.decodeBase64(text)).toEqual(bytes);
  });

  it('writes no more than the view that it is given', () => {
    expect(base64.encodeBase64(Uint8Array.from([1, 2, 251, 255, 3]).subarray(2, 4))).toBe('+/8=');
  });

  it.each(['AA=', 'AA', 'AB==', 'A A=', 'AA==\n', '-_8=', 'ä', '='])('reads nothing of %j', (text) => {
    expect(base64.decodeBase64(text)).toBeUndefined();
  });
});
