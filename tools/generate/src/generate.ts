import { join } from 'node:path';
import { checkedSpec } from './spec/checkedSpec.ts';
import { checkOutputs } from './code/checkOutputs.ts';
import type { Contract } from './contract/contract.ts';
import { CLIENT, root, SANDBOX, SIGNING, VALIDATOR } from './folders.ts';
import { generateCatalogue } from './code/generateCatalogue.ts';
import { generateClient, generateTypes } from './code/generateClient.ts';
import { generateDigest } from './code/generateDigest.ts';
import { generateExamples } from './code/generateExamples.ts';
import { generateIndex } from './code/generateIndex.ts';
import { generateOperationErrors } from './code/generateOperationErrors.ts';
import { generateOperationTypes } from './code/generateOperationTypes.ts';
import { generateOperations } from './code/generateOperations.ts';
import { generatePersonalFields } from './code/generatePersonalFields.ts';
import { generateResults } from './code/generateResults.ts';
import { generateSandbox } from './code/generateSandbox.ts';
import { generateValidators } from './code/generateValidators.ts';
import type { Outputs } from './files/outputs.ts';

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
  const runtime = `export type { Issue } from '../explain.ts';\nexport type { Verdict } from '../verdict.ts';\nexport { shownName } from '../shownName.ts';\nexport { utf8Length } from '../utf8Length.ts';\n`;
  return generateIndex(files, ['types.gen.ts', 'validators.ts']) + runtime;
}

function under(folder: string, files: Outputs): [string, string][] {
  return [...files].map(([path, text]) => [`${folder}/${path}`, text]);
}
