import { contenders, type ContenderId } from '../contenders/contenders.ts';

/** What a contender is called in a table. Ours stand out. */
export function nameOf(id: ContenderId): string {
  const { name, isOurs } = contenders[id];
  return isOurs ? `**${name}**` : name;
}
