// It has no types of its own, and is only ever given as a `fetch`.
declare module 'node-fetch-2' {
  const fetch: unknown;
  export default fetch;
}
