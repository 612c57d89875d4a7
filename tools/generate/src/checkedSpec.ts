import { readSpec } from './bundleSpec.ts';
import { checkContract } from './checkContract.ts';
import type { Contract } from './contract.ts';

/** The bundled spec, once it has stood every check. Throws a SpecError otherwise. */
export async function checkedSpec(specDirectory: string): Promise<Contract> {
  const { contract, sources } = await readSpec(specDirectory);
  checkContract(contract, sources);
  return contract;
}
