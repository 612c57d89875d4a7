#!/usr/bin/env node
import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

// Not process.exit, which would cut off what is still being written.
process.exitCode = await run(process.argv.slice(2), processTerminal(process));
