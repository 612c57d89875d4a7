import { markdownTable } from '../../../markdownTable.ts';
import { measureGrowth, type Growth } from './measureGrowth.ts';

// How an SDK grows with its API: run by hand, since it says nothing about the machine that it runs on but the times.
const COUNTS = [0, 10, 50, 100];
const ROUNDS = 15;

const measured: Growth[] = [];
for (const operations of COUNTS) {
  console.error(`… ${operations} operations more`);
  measured.push(await measureGrowth(operations, ROUNDS));
}

const bytes = (count: number): string => Math.round(count).toLocaleString('en');
const head = [
  'Operations more',
  'Generate',
  'checks.js',
  'All of them, minified',
  'gzipped',
  'One of them, minified',
  'gzipped',
  'Start of a process',
];
const rows = measured.map(({ operations, generateMs, checksBytes, all, one, startMs }) => [
  String(operations),
  `${(generateMs / 1000).toFixed(1)} s`,
  bytes(checksBytes),
  bytes(all.minified),
  bytes(all.gzipped),
  bytes(one.minified),
  bytes(one.gzipped),
  `${startMs.toFixed(1)} ms`,
]);
console.log(markdownTable(head, rows, 'figures'));

const [first, last] = [measured[0]!, measured.at(-1)!];
const each = (of: (growth: Growth) => number): string => bytes((of(last) - of(first)) / (last.operations - first.operations));
console.log(
  `\nEach operation adds ${each(({ all }) => all.minified)} bytes (${each(({ all }) => all.gzipped)} gzipped) to a client of all of them, ${each(({ one }) => one.minified)} to a client of one, and ${each(({ checksBytes }) => checksBytes)} to checks.js.`,
);
