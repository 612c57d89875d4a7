import { join } from 'node:path';
import { checkedSpec } from './checkedSpec.ts';
import { checkOutputs } from './checkOutputs.ts';
import type { Contract } from './contract.ts';
import { CLIENT, root, SANDBOX, SIGNING, VALIDATOR } from './folders.ts';
import { generateCatalogue } from './generateCatalogue.ts';
import { generateClient, generateTypes } from './generateClient.ts';
import { generateDigest } from './generateDigest.ts';
import { generateExamples } from './generateExamples.ts';
import { generateIndex } from './generateIndex.ts';
import { generateOperationErrors } from './generateOperationErrors.ts';
import { generateOperationTypes } from './generateOperationTypes.ts';
import { generateOperations } from './generateOperations.ts';
import { generatePersonalFields } from './generatePersonalFields.ts';
import { generateResults } from './generateResults.ts';
import { generateSandbox } from './generateSandbox.ts';
import { generateValidators } from './generateValidators.ts';
import type { Outputs } from './outputs.ts';

/** Everything that follows from the spec, in memory. */
export async function generate(specDirectory: string = join(root, 'spec')): Promise<Outputs> {
  return generateFrom(await checkedSpec(specDirectory));
}

/** The same, from a spec that has been read and checked. */
export async function generateFrom(contract: Contract): Promise<Outputs> {
  // hey-api keeps state of its own while it runs: one after the other.
  const client = new Map([...(await generateClient(contract)), ...generateCatalogue(contract)]);
  client.set('operationErrors.ts', generateOperationErrors(contract));
  client.set('results.ts', generateResults(contract));
  client.set('personalFields.ts', generatePersonalFields(contract));
  client.set('index.ts', clientIndex(client));
  client.set('examples.ts', generateExamples(contract));
  const validator = new Map([...(await generateTypes(contract)), ...generateValidators(contract)]);
  validator.set('index.ts', validatorIndex(validator));
  const files = [
    ...under(CLIENT, client),
    ...under(VALIDATOR, validator),
    ...under(
      SIGNING,
      new Map([
        ['operationTypes.ts', generateOperationTypes(contract)],
        ['operations.ts', generateOperations(contract)],
        ...generateDigest(contract),
      ]),
    ),
    ...under(SANDBOX, generateSandbox(contract)),
  ];
  const outputs = new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
  checkOutputs(outputs, contract);
  return outputs;
}

function clientIndex(files: Outputs): string {
  const runtime = `export { createClient, createConfig, type Client, type Config } from './client/index.ts';\n`;
  return (
    generateIndex(files, [
      'sdk.gen.ts',
      'types.gen.ts',
      'operations.ts',
      'servers.ts',
      'signatureScheme.ts',
      'byteLimits.ts',
      'tokenLifetimes.ts',
      'errorCatalogue.ts',
      'errorAdvice.ts',
      'operationErrors.ts',
      'results.ts',
      'personalFields.ts',
    ]) + runtime
  );
}

function validatorIndex(files: Outputs): string {
  const runtime = `export type { Issue, Verdict } from '../verdict.ts';\nexport { shownName } from '../shownName.ts';\nexport { utf8Length } from '../utf8Length.ts';\n`;
  return generateIndex(files, ['types.gen.ts', 'validators.ts']) + runtime;
}

function under(folder: string, files: Outputs): [string, string][] {
  return [...files].map(([path, text]) => [`${folder}/${path}`, text]);
}
