import type { Running } from './startSandbox.ts';

/** Something that runs until it is started again or stopped. */
export interface Service {
  /** Stops what ran before, and starts anew at the same address. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
  url: () => string | undefined;
}

export function service(start: () => Promise<Running>): Service {
  let running: Running | undefined;
  const stop = async () => {
    const before = running;
    running = undefined;
    await before?.close();
  };
  return {
    async restart() {
      await stop();
      running = await start();
    },
    stop,
    url: () => running?.url,
  };
}
