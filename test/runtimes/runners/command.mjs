// Runs the suite where there is a command line: on Node, Bun and Deno. The environment comes as JSON, and the outcomes go out as JSON.
import process from 'node:process';
import * as client from '@finauth-sdk/client';
import * as signing from '@finauth-sdk/signing';
import { runSuite } from '@finauth-sdk/test-suite';
import * as validator from '@finauth-sdk/validator';

const { versions } = process;
const runtime = versions.bun ? `Bun ${versions.bun}` : versions.deno ? `Deno ${versions.deno}` : `Node ${versions.node}`;
const outcomes = await runSuite({ client, signing, validator }, JSON.parse(process.argv[2]));
console.log(JSON.stringify({ runtime, outcomes }));
