#!/usr/bin/env node
import { run } from './run.ts';
import { processTerminal } from './output/terminal.ts';

const exitCode = await run(process.argv.slice(2), processTerminal(process));
// All of it is written first; process.exit alone would cut it off.
await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((written) => stream.write('', written))));
// A connection that hangs, such as Node's fetch leaves at a proxy, would keep the process for minutes.
process.exit(exitCode);
