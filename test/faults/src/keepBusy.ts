function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

/** Has each turn of this process's event loop take so long, until it is told to stop. */
export function keepBusy(turnMs: number): () => void {
  let isBusy = true;
  const turn = (): void => {
    block(turnMs);
    if (isBusy) setImmediate(turn);
  };
  setImmediate(turn);
  return () => void (isBusy = false);
}
