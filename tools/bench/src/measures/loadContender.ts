import type { Connection, Contender, Target } from '../contenders/contender.ts';
import type { ContenderId } from '../contenders/contenders.ts';

/** Connects one contender and loads no other, so that it pays for none of them. */
export async function loadContender(id: ContenderId, target: Target): Promise<Connection> {
  const { [id]: contender } = (await import(`../contenders/${id}.ts`)) as Record<ContenderId, Contender>;
  return contender.connect(target);
}
