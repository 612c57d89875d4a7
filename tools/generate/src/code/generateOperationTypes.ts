import { answerOf, operationsOf, pascalCase, type Contract } from '../contract/contract.ts';
import { header } from '../typescriptText.ts';

/** What each operation takes and answers, as types that the SDK exports under their names: a list that would else be kept by hand. */
export function generateOperationTypes(contract: Contract): string {
  const all = operationsOf(contract).map(({ operation }) => operation);
  const answers = all.flatMap((operation) => answerOf(contract, operation).ref ?? []);
  const unnamed = all.filter((operation) => answerOf(contract, operation).ref === undefined);
  const ofValidator = [
    ...all.map(({ operationId }) => `${pascalCase(operationId)}Input`),
    ...unnamed.map(({ operationId }) => `${pascalCase(operationId)}Answer`),
  ];
  const lines = [[answers, '@finauth-sdk/client'] as const, [ofValidator, '@finauth-sdk/validator'] as const].map(
    ([names, from]) => names.length > 0 && `export type { ${[...new Set(names)].sort().join(', ')} } from '${from}';\n`,
  );
  return `${header}\n${lines.filter(Boolean).join('')}`;
}
