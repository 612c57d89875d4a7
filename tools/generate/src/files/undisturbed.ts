const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does what must not be left half done. A signal that comes meanwhile ends the process afterwards. */
export async function undisturbed<T>(work: () => Promise<T>): Promise<T> {
  let caught: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals) => void (caught ??= signal);
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, note);
    if (caught) process.kill(process.pid, caught);
  }
}
