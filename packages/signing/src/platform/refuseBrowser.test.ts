import { expect, it } from 'vitest';
import { FinAuthConfigError } from '../errors.ts';
import { refuseBrowser } from './refuseBrowser.ts';

const browser = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', product: 'Gecko' };
const WorkerGlobalScope = (): void => {};

it.each<[string, object]>([
  ['a page', { window: { document: {} }, navigator: browser }],
  ["a page's worker", { navigator: browser, WorkerGlobalScope }],
  ['a React Native app', { window: {}, navigator: { product: 'ReactNative' } }],
  ['a window of Electron, whatever it may do besides', { window: { document: {} }, navigator: browser, process: { versions: {} } }],
])('refuses a secret in %s, and says why and what to do', (_what, surroundings) => {
  expect(() => refuseBrowser(undefined, surroundings)).toThrow(FinAuthConfigError);
  expect(() => refuseBrowser(false, surroundings)).toThrow(/can read the API secret.*from your server.*dangerouslyAllowBrowser: true/);
  expect(() => refuseBrowser(true, surroundings)).not.toThrow();
});

it.each<[string, object]>([
  ['this Node', globalThis],
  ['a Node before it had a navigator, and the main process of Electron', { process: { versions: {} } }],
  ['Node', { navigator: { userAgent: 'Node.js/24' } }],
  ['Bun', { navigator: { userAgent: 'Bun/1.4.5' } }],
  ['a worker of Deno', { navigator: { userAgent: 'Deno/2.9.6' }, WorkerGlobalScope }],
  ['workerd', { navigator: { userAgent: 'Cloudflare-Workers' }, WorkerGlobalScope }],
  ['a server that defines a window for its libraries', { window: {} }],
])('takes one on %s', (_what, surroundings) => {
  expect(() => refuseBrowser(undefined, surroundings)).not.toThrow();
});
