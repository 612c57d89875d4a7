import { methodsOf, operationsOf, resolve, type Contract } from '../contract/contract.ts';
import { eachSchema } from '../contract/schemas/eachSchema.ts';
import { PREVIEW } from '../contract/stability.ts';
import type { Path, Problem } from '../problem.ts';

const KEYWORD = 'x-stability';

/** Whether each stability is one that there is, and stands at an operation. */
export function checkStability(contract: Contract): Problem[] {
  return [
    ...operationsOf(contract).flatMap(({ path, method, operation }) => {
      const { operationId: id, [KEYWORD]: stability } = operation;
      if (stability === undefined || stability === PREVIEW) return [];
      const remedy = `Write \`${PREVIEW}\`, or leave it out: what has none is stable.`;
      return [{ path: ['paths', path, method, KEYWORD], says: `The ${KEYWORD} of ${id} is ${String(stability)}.`, remedy }];
    }),
    ...elsewhere(contract).map((path) => ({
      path: [...path, KEYWORD],
      says: `Nothing reads the ${KEYWORD} of this part.`,
      remedy: 'Put it beside an operationId: an operation is stable or a preview as a whole.',
    })),
  ];
}

function elsewhere(contract: Contract): Path[] {
  const places: (readonly [object, Path])[] = [
    [contract, []],
    [contract.info, ['info']],
    ...Object.entries(contract.paths).flatMap(([path, item]): (readonly [object, Path])[] => [
      [item, ['paths', path]],
      ...methodsOf(item).flatMap(({ method, operation }) =>
        Object.entries(operation.responses).map(([status, response]): readonly [object, Path] => [
          resolve(contract, response),
          ['paths', path, method, 'responses', status],
        ]),
      ),
    ]),
    ...[...eachSchema(contract)].map(({ schema, path }) => [schema, path] as const),
  ];
  return places.filter(([part]) => Object.hasOwn(part, KEYWORD)).map(([, path]) => path);
}
