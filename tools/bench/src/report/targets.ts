import type { ContenderId } from '../contenders/contenders.ts';
import { ratio, type Spread, spread } from '../statistics.ts';
import { LONG_RUN_TRANSPORTS, type LongRunTransport, type Tenth } from '../measures/measureMillion.ts';
import type { Results } from '../results.ts';

/** One thing that is to hold, and whether it did in this run. */
export interface Target {
  readonly what: string;
  readonly measured: Spread;
  readonly bound: { readonly atLeast: number } | { readonly atMost: number };
  readonly isMet: boolean;
}

/** The ratios that the project has set itself. What a run did not measure is not among them. */
export function targets({ calls, signatures, startup, longRun }: Results): Target[] {
  const at32 = calls[32];
  const grown = (id: ContenderId): number[] => calls[256][id].cpuMicros.map((micros, round) => micros / at32[id].cpuMicros[round]!);
  return [
    ...Object.entries(signatures).map(([runtime, { ours, naive }], index) =>
      atLeast(`signatures on ${runtime}, against createHmac by hand`, ratio(naive, ours), index === 0 ? 2.5 : 1.5),
    ),
    atLeast('calls on fetch, against fetch + FormData + createHmac', ratio(at32.ours.perSecond, at32.fetchFormData.perSecond), 1.4),
    atLeast('calls on fetch, against bare fetch with the same timeout', ratio(at32.ours.perSecond, at32.fetchBody.perSecond), 0.95),
    atLeast('calls on undici, against fetch + FormData + createHmac', ratio(at32.oursOnUndici.perSecond, at32.fetchFormData.perSecond), 6),
    atMost('CPU of a call on undici, against bare undici.request', ratio(at32.oursOnUndici.cpuMicros, at32.undiciRequest.cpuMicros), 1.25),
    atLeast(
      'calls on node:https, against fetch + FormData + createHmac',
      ratio(at32.oursOnNode.perSecond, at32.fetchFormData.perSecond),
      4.5,
    ),
    atMost('start to first token on fetch, against bare fetch', ratio(startup.ours, startup.fetchBody), 1.06),
    atMost('start to first token on node:https, against bare fetch', ratio(startup.oursOnNode, startup.fetchBody), 1),
    ...BARE.map(([transport, ours, bare]) =>
      atMost(
        `growth of a call's CPU on ${transport} from 32 to 256 in flight, against ${transport} bare`,
        ratio(grown(ours), grown(bare)),
        1,
      ),
    ),
    ...LONG_RUN_TRANSPORTS.flatMap((transport) => longRunTargets(transport, longRun[transport])),
  ];
}

/** Each transport that also stands among the alternatives by itself. */
const BARE = [
  ['fetch', 'ours', 'fetchBody'],
  ['undici', 'oursOnUndici', 'undiciRequest'],
] as const;

/** The first tenth is left out: in it, code is compiled and connections are opened. */
function longRunTargets(transport: LongRunTransport, tenths: readonly Tenth[] = []): Target[] {
  const [second, last] = [tenths[1], tenths.at(-1)];
  if (second === undefined || last === undefined) return [];
  const growth = (of: (tenth: Tenth) => number): Spread => spread([of(last) / of(second)]);
  return [
    atMost(
      `heap after the last tenth of a million calls on ${transport}, against the second`,
      growth(({ heapBytes }) => heapBytes),
      1.05,
    ),
    atMost(
      `connections after the last tenth on ${transport}, against the second`,
      growth(({ connections }) => connections),
      1,
    ),
    atMost(
      `listeners on each connection on ${transport}, against the second`,
      growth(({ socketListeners }) => socketListeners),
      1,
    ),
    atMost(`listeners left on a shared signal on ${transport}`, spread([last.signalListeners]), 0),
  ];
}

function atLeast(what: string, measured: Spread, bound: number): Target {
  return { what, measured, bound: { atLeast: bound }, isMet: measured.median >= bound };
}

function atMost(what: string, measured: Spread, bound: number): Target {
  return { what, measured, bound: { atMost: bound }, isMet: measured.median <= bound };
}
