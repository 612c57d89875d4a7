import { readSpec } from './bundleSpec.ts';
import { checkContract } from './checkContract.ts';
import { checkExampleValues } from './checkExampleValues.ts';
import type { Contract } from '../contract/contract.ts';
import { generateValidators } from '../code/generateValidators.ts';
import { checkGuides } from '../wrongSpec/checkGuides.ts';
import { checkLinks } from '../wrongSpec/checkLinks.ts';
import { locate } from '../wrongSpec/locate.ts';
import type { Sources } from '../wrongSpec/readSources.ts';
import { refuse } from '../wrongSpec/refuse.ts';

/** The bundled spec, once it and its guides have stood every check. Throws a SpecError otherwise. */
export async function checkedSpec(specDirectory: string): Promise<Contract> {
  const { contract, sources } = await readSpec(specDirectory);
  await checkRead(specDirectory, contract, sources);
  return contract;
}

/** The checks of a spec that Redocly has found right and bundled. Throws a SpecError that says what is wrong, and where. */
export async function checkRead(specDirectory: string, contract: Contract, sources: Sources): Promise<void> {
  checkContract(contract, sources);
  const checks = generateValidators(contract).get('checks.js')!;
  refuse(checkExampleValues(contract, checks).map(({ path, says, remedy }) => ({ ...locate(sources, path), says, remedy })));
  refuse([...(await checkLinks(specDirectory, contract, sources)), ...(await checkGuides(specDirectory, contract))]);
}
