import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { abortListenersOf, listenersOfEach } from './countListeners.ts';

it('counts the listeners that a call leaves on a signal', () => {
  const { signal } = new AbortController();
  const listen = () => {};
  signal.addEventListener('abort', listen);
  signal.addEventListener('abort', () => {});
  expect(abortListenersOf(signal)).toBe(2);
  signal.removeEventListener('abort', listen);
  expect(abortListenersOf(signal)).toBe(1);
});

it('counts the listeners of every event, for each emitter', () => {
  const [one, other] = [new EventEmitter(), new EventEmitter()];
  one.on('data', () => {}).on('data', () => {});
  one.on('error', () => {});
  other.once('close', () => {});
  expect(listenersOfEach(new Set([one, other]))).toBe(2);
});

it('does not take it for good news that there is nothing to count', () => {
  expect(listenersOfEach(new Set())).toBeNaN();
});
