import { type CommandResult, startCommand, type Started, untilEnd } from './runCommand.ts';

/** The generator, one run of which is always ready to begin. */
export interface Generator {
  /** Loads it anew, since what was loaded is not what it is now. */
  reload: () => void;
  run: (signal: AbortSignal) => Promise<CommandResult>;
  /** Loads the next one, at a time when nobody waits. */
  makeReady: () => void;
  stop: () => void;
}

export function generator(root: string): Generator {
  let ready: Started | undefined;
  const stop = (): void => {
    ready?.stop();
    ready = undefined;
  };
  const take = (): Started => {
    const taken = ready ?? startCommand(root, [process.execPath, 'tools/generate/src/onceTold.ts']);
    ready = undefined;
    return taken;
  };
  return {
    reload: stop,
    run(signal) {
      const taken = take();
      taken.tell('begin');
      return untilEnd(taken, signal);
    },
    makeReady: () => void (ready = take()),
    stop,
  };
}
