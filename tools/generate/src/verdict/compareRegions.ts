import type { Contract } from '../contract/contract.ts';
import { pairs, same, wordsChange, type Change } from './change.ts';

type Servers = Contract['servers'];

/** What has changed among the regions. Their order means nothing. */
export function compareRegions(before: Servers, after: Servers): Change[] {
  return pairs(byRegion(before), byRegion(after)).flatMap(([region, was, is]): Change[] => {
    if (!was) {
      const why = 'Nobody is sent there who does not ask for it.';
      return [{ subject: 'region', kind: 'added', what: `The region ${region} is new, at ${is!.url}.`, why, bump: 'minor' }];
    }
    if (!is) {
      const why = 'Whoever has it in the settings gets an error at the start.';
      return [{ subject: 'region', kind: 'removed', what: `The region ${region} is gone.`, why, bump: 'major' }];
    }
    const changes: Change[] = [];
    if (was.url !== is.url) {
      const why = 'A server whose firewall lets calls out to the former host alone is cut off.';
      changes.push({
        subject: 'region',
        kind: 'changed',
        what: `The region ${region} is at ${is.url}, before at ${was.url}.`,
        why,
        bump: 'major',
      });
    }
    const notes = ({ url: _url, ...rest }: Servers[number]) => rest;
    if (!same(notes(was), notes(is))) changes.push(wordsChange(`The region ${region} is described in other words.`));
    return changes;
  });
}

function byRegion(servers: Servers): Record<string, Servers[number]> {
  return Object.fromEntries(servers.map((server) => [server['x-region'], server]));
}
