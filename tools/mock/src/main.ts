import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { portOf } from '../../portOf.ts';
import { curl } from './curl.ts';
import { documentedAnswers } from './documentedAnswers.ts';
import { startMock } from './startMock.ts';

const DEFAULT_PORT = 4010;

try {
  const contract = await bundleSpec(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/spec/package.json')));
  const { url, ended, close } = await startMock({ port: portOf('PORT', DEFAULT_PORT) });
  const answers = documentedAnswers(contract);
  const width = Math.max(...answers.map(({ prefer }) => prefer.length));
  const refusal = answers.find(({ status }) => status >= 400) ?? answers[0]!;

  console.log(`Prism serves spec/ at ${url}. It answers what the spec's examples say, and judges no signature.

Each answer, by the header that asks for it:

${answers.map((answer) => `  ${answer.status}  Prefer: ${answer.prefer.padEnd(width)}  ${answer.summary}`).join('\n')}

For example:

${curl(contract, url, refusal)}

Ctrl-C stops it.`);

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ((stopping = true), void close()));
  const output = await ended;
  // A body that is no form can bring Prism down.
  if (!stopping) throw new Error(`Prism has ended by itself. Start it again. The last that it said:\n${output}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
