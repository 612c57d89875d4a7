import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { operationsOf } from '@finauth-sdk/generate/contract';
import { requestExample } from '@finauth-sdk/generate/requestExamples';
import { startMock } from '@finauth-sdk/mock';
import type { Region } from '@finauth-sdk/signing';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Target } from './target.ts';

/** Prism on a free port, and what the spec's own example sends. */
export async function mockTarget(): Promise<Target> {
  const contract = await bundleSpec(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/spec/package.json')));
  const { fields, example } = contract['x-signature'];
  const { operation } = operationsOf(contract).find((each) => each.operation.operationId === 'getBizToken')!;
  const { [fields.sign]: _sign, [fields.version]: _version, ...input } = requestExample(contract, operation);
  const { url, close } = await startMock();
  return {
    name: 'Prism, a local mock of FinAuth',
    options: {
      region: contract.servers[0]!['x-region'] as Region,
      baseUrl: url,
      credentials: { apiKey: String(example['apiKey']), apiSecret: String(example['apiSecret']) },
    },
    input: input as Target['input'],
    close,
  };
}
