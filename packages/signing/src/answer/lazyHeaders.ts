const MAKE = Symbol('make headers');

interface Lazy {
  readonly [MAKE]: () => Headers;
}

// One getter for all, and not one that knows its answer: of such an object V8 makes a type of its own, which keeps the whole call in memory until a full
// collection. That cost more than all else in a call over undici. A property of the object itself, for it is to be in a copy.
const headers = {
  enumerable: true,
  get(this: Lazy): Headers {
    return this[MAKE]();
  },
};

/** Adds headers that are made when they are asked for, which hardly anybody does: in Node, Headers are costly. */
export function withLazyHeaders<Answer extends object>(answer: Answer, make: () => Headers): Answer & { readonly headers: Headers } {
  return Object.defineProperty({ ...answer, [MAKE]: make }, 'headers', headers) as Answer & Lazy & { readonly headers: Headers };
}
