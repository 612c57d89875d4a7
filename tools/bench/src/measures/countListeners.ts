import { type EventEmitter, getEventListeners } from 'node:events';

/** How many listeners wait for a signal's abort. */
export function abortListenersOf(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length;
}

/** How many listeners each of these has on average, for all of its events. Per emitter, so that one connection more is no leak of listeners. */
export function listenersOfEach(emitters: ReadonlySet<EventEmitter>): number {
  let listeners = 0;
  for (const emitter of emitters) for (const event of emitter.eventNames()) listeners += emitter.listenerCount(event);
  return emitters.size === 0 ? Number.NaN : listeners / emitters.size;
}
