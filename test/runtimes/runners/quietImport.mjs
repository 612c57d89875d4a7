// Tells which globals are touched when the packages are merely imported. On Node some of them cost 20 ms to load.
const touched = new Set();
for (const name of ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'WebSocket', 'EventSource']) {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (descriptor === undefined) continue;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      touched.add(name);
      return descriptor.get ? descriptor.get.call(globalThis) : descriptor.value;
    },
  });
}
await Promise.all(['client', 'signing', 'validator'].map((name) => import(`@finauth-sdk/${name}`)));
console.log(JSON.stringify([...touched]));
