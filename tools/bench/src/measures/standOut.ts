import { spread } from '../statistics.ts';

const ASKS = 9;
/** How far above the slowest question without work one with work is to be. */
const TIMES = 3;
const MOST_DOUBLINGS = 10;

/**
 * The milliseconds that so much work takes, where only a question and its answer together can be timed. What it costs to ask is measured too, several times, and
 * taken off. Where the work is lost in that, more of it is asked for.
 */
export async function standOut(ask: (count: number) => Promise<number>, count: number): Promise<number> {
  const asks: number[] = [];
  for (let round = 0; round < ASKS; round++) asks.push(await ask(0));
  const { median, max } = spread(asks);
  for (let doublings = 0, many = count; doublings <= MOST_DOUBLINGS; doublings++, many *= 2) {
    const milliseconds = await ask(many);
    if (milliseconds > TIMES * max) return ((milliseconds - median) * count) / many;
  }
  throw new Error(`Nothing that could be measured: to ask takes up to ${max} ms, and with work hardly more`);
}
