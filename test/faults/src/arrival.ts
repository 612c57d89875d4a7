import { setTimeout as sleep, setImmediate as oneTurn } from 'node:timers/promises';

const ON_ITS_WAY_MS = 20;
const TURNS = 5;

/** Time for what was sent to arrive. A timer alone is not enough: on a busy machine it fires late, and before the process has looked at its sockets again. */
export async function arrival(): Promise<void> {
  await sleep(ON_ITS_WAY_MS);
  for (let turns = 0; turns < TURNS; turns++) await oneTurn();
}
