import { readSpec } from './bundleSpec.ts';
import { checkContract } from './checkContract.ts';
import type { Contract } from './contract.ts';
import { checkGuides } from './wrongSpec/checkGuides.ts';
import { refuse } from './wrongSpec/refuse.ts';

/** The bundled spec, once it and its guides have stood every check. Throws a SpecError otherwise. */
export async function checkedSpec(specDirectory: string): Promise<Contract> {
  const { contract, sources } = await readSpec(specDirectory);
  checkContract(contract, sources);
  refuse(await checkGuides(specDirectory, contract));
  return contract;
}
