/**
 * Whether this runtime has something of Node's within: `undici`, whose fetch it is, or `uv`, the event loop that all of a process shares. workerd, asked to be
 * compatible with Node, names the version of both, and it is empty.
 */
export function runtimeHas(what: 'undici' | 'uv'): boolean {
  return Boolean((globalThis as { process?: { versions?: Partial<Record<string, string>> } }).process?.versions?.[what]);
}
