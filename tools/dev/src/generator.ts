import { type CommandResult, startCommand, type Started, untilEnd } from './runCommand.ts';

/** The generator, one run of which is always ready to begin. */
export interface Generator {
  run: (signal: AbortSignal) => Promise<CommandResult>;
  /** Loads the next one, at a time when nobody waits. */
  makeReady: () => void;
  /** Lets go of one that is loaded: its sources have changed, or it will not be needed. */
  discard: () => void;
}

export function generator(root: string): Generator {
  let ready: Started | undefined;
  const take = (): Started => {
    const taken = ready ?? startCommand(root, [process.execPath, 'tools/generate/src/onceTold.ts']);
    ready = undefined;
    return taken;
  };
  return {
    run(signal) {
      const taken = take();
      taken.tell('begin');
      return untilEnd(taken, signal);
    },
    makeReady: () => void (ready = take()),
    discard() {
      ready?.stop();
      ready = undefined;
    },
  };
}
