import { contenderIds, contenders } from '../contenders/contenders.ts';
import { IN_FLIGHT } from '../measures/measureCalls.ts';
import { LONG_RUN_TRANSPORTS } from '../measures/measureMillion.ts';
import { WAYS, type Way } from '../measures/measureSignatures.ts';
import type { Results } from '../results.ts';
import { ratio, spread } from '../statistics.ts';
import { describeBound } from './describeBound.ts';
import { figure, withRange } from './figure.ts';
import { listVersions } from './listVersions.ts';
import { markdownTable } from '../../../markdownTable.ts';
import { nameOf } from './nameOf.ts';
import { targets } from './targets.ts';

/** Everything that a run has measured, as a page to read. */
export function renderMarkdown(results: Results): string {
  const sections = {
    'What is to hold': targetTable(results),
    Calls: `${callTables(results)}\n\nEach call is signed, sent as a form, and its token read from the answer. Each way has a process of its own, whose CPU it is, and so has the server. Peak memory is\nthat of a process which does nothing else. Ours also validates, retries, times out and types its errors, on every transport.`,
    Signatures: signatureTable(results),
    Validation: validationTable(results),
    'Process start to first token': startupTable(results),
    'Bundle sizes': sizeTable(results),
    Regeneration: regenerationTable(results),
    ...(Object.keys(results.longRun).length > 0 && { 'A million calls': longRunTable(results) }),
    'Where this was measured': machineList(results),
  };
  const body = Object.entries(sections).map(([title, text]) => `## ${title}\n\n${text}\n`);
  return `# What a call costs\n\nMade by \`npm run bench\`, in one run of interleaved rounds. Figures are medians with their range; ratios are taken round by round. Ratios carry\nover to other machines, absolute figures do not.\n\n${body.join('\n')}`;
}

function targetTable(results: Results): string {
  return markdownTable(
    ['Ratio', 'Measured', 'Aim', ''],
    targets(results).map((target) => [target.what, withRange(target.measured), describeBound(target), target.isMet ? 'met' : '**missed**']),
    'figures',
  );
}

function callTables({ calls, peakMemory }: Results): string {
  const tables = IN_FLIGHT.map((inFlight) => {
    const base = calls[inFlight].fetchFormData.perSecond;
    const rows = contenderIds.map((id) => {
      const { perSecond, cpuMicros } = calls[inFlight][id];
      const cells = [withRange(spread(perSecond)), `${figure(ratio(perSecond, base).median)} ×`, withRange(spread(cpuMicros))];
      return [nameOf(id), ...cells, ...(inFlight === 32 ? [withRange(spread(peakMemory[id].map((bytes) => bytes / 2 ** 20)))] : [])];
    });
    const head = ['', 'Calls per second', 'Against by hand', 'CPU µs per call', ...(inFlight === 32 ? ['Peak memory, MiB'] : [])];
    return `### ${inFlight} in flight\n\n${markdownTable(head, rows, 'figures')}`;
  });
  return tables.join('\n\n');
}

const WAY_NAMES: Record<Way, string> = {
  naive: 'createHmac + concat + Base64, by hand',
  noble: '@noble/hashes',
  nobleKept: '@noble/hashes, key state kept',
  webCrypto: 'WebCrypto, key kept',
  ours: '**ours**',
};

function signatureTable({ signatures }: Results): string {
  const rows = Object.entries(signatures).flatMap(([runtime, samples]) =>
    WAYS.map((way) => [
      `${runtime}, ${WAY_NAMES[way]}`,
      figure(spread(samples[way].map((nanoseconds) => 1e9 / nanoseconds)).median),
      withRange(spread(samples[way])),
      `${figure(ratio(samples.naive, samples[way]).median)} ×`,
    ]),
  );
  const table = markdownTable(['', 'Signatures per second', 'Nanoseconds', 'As quick as by hand'], rows, 'figures');
  return `${table}\n\nAll encode to Base64 in the same way, the quickest of their runtime.`;
}

function validationTable({ validation }: Results): string {
  const rows = Object.entries(validation).map(([id, samples]) => [
    id === 'ours' ? '**ours**' : id,
    withRange(spread(samples)),
    `${figure(ratio(samples, validation.ours).median)} ×`,
  ]);
  return `${markdownTable(['', 'Nanoseconds', 'Against ours'], rows, 'figures')}\n\nThe input of a call and its answer, both right, the limit in bytes included.`;
}

function startupTable({ startup }: Results): string {
  const names = {
    fetchBody: contenders.fetchBody.name,
    ours: `**${contenders.ours.name}**`,
    oursOnUndici: `**${contenders.oursOnUndici.name}**`,
    oursOnNode: `**${contenders.oursOnNode.name}**`,
  };
  const rows = Object.entries(startup).map(([id, samples]) => [
    names[id as keyof typeof names],
    withRange(spread(samples)),
    `${figure(ratio(samples, startup.fetchBody).median)} ×`,
  ]);
  return markdownTable(['', 'Milliseconds', 'Against bare fetch'], rows, 'figures');
}

function sizeTable({ sizes }: Results): string {
  const rows = Object.entries(sizes).map(([name, { minified, gzipped }]) => [name, figure(minified), figure(gzipped)]);
  return markdownTable(['', 'Minified, bytes', 'and gzipped'], rows, 'figures');
}

function regenerationTable({ regeneration: { whole, nothingToDo } }: Results): string {
  return markdownTable(
    ['', 'Milliseconds'],
    [
      ['all of it', withRange(spread(whole))],
      ['nothing to do', withRange(spread(nothingToDo))],
    ],
    'figures',
  );
}

function longRunTable({ longRun }: Results): string {
  const rows = LONG_RUN_TRANSPORTS.flatMap((transport) =>
    (longRun[transport] ?? []).map(({ heapBytes, connections, socketListeners, signalListeners }, index) => [
      `${transport}, ${index + 1}`,
      figure(heapBytes / 2 ** 20),
      String(connections),
      figure(socketListeners),
      String(signalListeners),
    ]),
  );
  const table = markdownTable(['After tenth', 'Heap, MiB', 'Connections', 'Listeners on each', 'Listeners on the signal'], rows, 'figures');
  return `${table}\n\nOn each transport, in a process of its own. Connections are counted by the server; the signal is one that all calls share.`;
}

function machineList({ machine, plan }: Results): string {
  const { date, cpu, cores, memoryGib, system, commit } = machine;
  return `${date}, commit ${commit}, the ${plan} plan. ${cpu}, ${cores} cores, ${memoryGib} GiB, ${system}.\n\n${listVersions(machine)}.`;
}
