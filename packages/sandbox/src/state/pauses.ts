/** Waits that can all be ended at once, so that a server that closes leaves no timer behind. */
export interface Pauses {
  wait(milliseconds: number): Promise<void>;
  end(): void;
}

export function createPauses(): Pauses {
  const running = new Map<NodeJS.Timeout, () => void>();
  let over = false;
  return {
    wait(milliseconds) {
      if (over || milliseconds === 0) return Promise.resolve();
      return new Promise((done) => {
        const timer = setTimeout(() => {
          running.delete(timer);
          done();
        }, milliseconds);
        running.set(timer, done);
      });
    },
    end() {
      over = true;
      for (const [timer, done] of running) {
        clearTimeout(timer);
        done();
      }
      running.clear();
    },
  };
}
