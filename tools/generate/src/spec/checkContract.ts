import type { Contract } from '../contract/contract.ts';
import { checkExamples } from '../wrongSpec/checkExamples.ts';
import { checkExtensions } from '../wrongSpec/checkExtensions.ts';
import { checkFieldExtensions } from '../wrongSpec/checkFieldExtensions.ts';
import { checkOperations } from '../wrongSpec/checkOperations.ts';
import { checkReasons } from '../wrongSpec/checkReasons.ts';
import { checkResponseLimits } from '../wrongSpec/checkResponseLimits.ts';
import { checkResults } from '../wrongSpec/checkResults.ts';
import { checkSchemaNames } from '../wrongSpec/checkSchemaNames.ts';
import { checkSchemas } from '../wrongSpec/checkSchemas.ts';
import { checkServers } from '../wrongSpec/checkServers.ts';
import { checkSignature } from '../wrongSpec/checkSignature.ts';
import { checkSite } from '../wrongSpec/checkSite.ts';
import { checkSourceNames } from '../wrongSpec/checkSourceNames.ts';
import { checkStability } from '../wrongSpec/checkStability.ts';
import { checkTokens } from '../wrongSpec/checkTokens.ts';
import { locate } from '../wrongSpec/locate.ts';
import type { Problem } from '../problem.ts';
import type { Sources } from '../wrongSpec/readSources.ts';
import { refuse } from '../wrongSpec/refuse.ts';

/** What a spec must have beyond OpenAPI's own rules, so that code can be made of it. Throws a SpecError with everything that is missing, and where. */
export function checkContract(contract: Contract, sources: Sources): void {
  refuse(checkSourceNames(sources));
  // Each check takes for granted what the one before it has seen.
  for (const check of [
    checkExtensions,
    (of: Contract) => [...checkSite(of), ...checkServers(of), ...checkOperations(of), ...checkReasons(of), ...checkSignature(of)],
    (of: Contract) => [...checkSchemas(of), ...checkSchemaNames(of), ...checkStability(of)],
    (of: Contract) => [...checkExamples(of), ...checkResponseLimits(of)],
    (of: Contract) => [...checkTokens(of), ...checkFieldExtensions(of), ...checkResults(of)],
  ]) {
    refuse(check(contract).map((problem) => located(problem, sources)));
  }
}

function located({ path, isHere, says, remedy }: Problem, sources: Sources) {
  return { ...locate(sources, path, isHere), says, remedy };
}
