import { answerOf, operationsOf, resolve, successOf, type Contract } from '../contract/contract.ts';
import { propertiesOf } from '../contract/schemas/propertiesOf.ts';
import type { Path, Problem } from '../problem.ts';

const ROOT = 'x-results';

/** Whether the results are those of an operation, each in a family, and each with an example that the sandbox can answer with. */
export function checkResults(contract: Contract): Problem[] {
  const { operation: id, fields, results, families, unlisted, contradiction } = contract[ROOT];
  const found = operationsOf(contract).find(({ operation }) => operation.operationId === id);
  if (found === undefined) {
    const remedy = `Write one of ${operationsOf(contract)
      .map(({ operation }) => operation.operationId)
      .join(', ')}.`;
    return [{ path: [ROOT, 'operation'], says: `There is no operation ${id}.`, remedy }];
  }
  const { path, method, operation } = found;
  const answer = propertiesOf(contract, answerOf(contract, operation).schema);
  const names = { code: fields.code, message: fields.message, attack: fields.attack?.[0] };
  const missing = Object.entries(names).filter(([, name]) => name !== undefined && !Object.hasOwn(answer, name));
  if (missing.length > 0)
    return missing.map(([part, name]) => ({
      path: [ROOT, 'fields', part],
      says: `The answer of ${id} has no field ${name}.`,
      remedy: `Write one of ${Object.keys(answer).join(', ')}.`,
    }));

  const passes = Object.entries(results).filter(([, { isPass }]) => isPass);
  const passing = new Set(passes.map(([, { code }]) => String(code)));
  const success = successOf(operation);
  const at: Path = ['paths', path, method, 'responses', success];
  const examples = Object.entries(resolve(contract, operation.responses[success]!).content!['application/json']!.examples ?? {});
  const said = examples.map(([name, { value }]) => {
    const body = (value ?? {}) as Record<string, unknown>;
    return { name, message: String(body[fields.message]), code: Number(body[fields.code]) };
  });
  const failing = [unlisted.kind, contradiction.kind];
  return [
    ...(passes.length > 0 ? [] : [{ path: [ROOT, 'results'], says: 'No result is a pass.', remedy: 'Give one `isPass: true`.' }]),
    ...Object.entries(results).flatMap(([message, { code }]): Problem[] => {
      if (!Object.hasOwn(families, String(code)))
        return [
          {
            path: [ROOT, 'results', message, 'code'],
            says: `${code} is the code of no family.`,
            remedy: `Write one of ${Object.keys(families).join(', ')}, or add the family.`,
          },
        ];
      if (said.some((each) => each.message === message && each.code === code)) return [];
      const says = `The result ${message} has no example with its code ${code}.`;
      return [
        { path: [ROOT, 'results', message], says, remedy: `Add one to the answer ${success} of ${id}: the sandbox answers with it.` },
      ];
    }),
    ...Object.entries(families).flatMap(([code, family]): Problem[] => {
      const isAdvised = 'meaning' in family;
      const place: Path = [ROOT, 'families', code];
      if (passing.has(code) && isAdvised)
        return [{ path: place, says: `The family ${code} has a pass.`, remedy: 'Leave it its kind alone: what is not listed is no pass.' }];
      if (passing.has(code) && failing.includes(family.kind))
        return [{ path: [...place, 'kind'], says: `${family.kind} is the kind of what is no pass.`, remedy: 'Call it otherwise.' }];
      if (!passing.has(code) && !isAdvised)
        return [
          { path: place, says: `The family ${code} has no meaning.`, remedy: 'Say what holds for a message of it that is not listed.' },
        ];
      return [];
    }),
    ...said
      .filter(({ message, code }) => !Object.hasOwn(results, message) || results[message]!.code !== code)
      .map(({ name, message }) => ({
        path: [...at, 'content', 'application/json', 'examples', name],
        says: `The example ${name} has a result that results.yaml has not: ${message}.`,
        remedy: 'Add the result to results.yaml, or correct the example.',
      })),
    ...(said[0] === undefined || results[said[0].message]?.isPass || said.some(({ message }) => !Object.hasOwn(results, message))
      ? []
      : [
          {
            path: [...at, 'content', 'application/json', 'examples', said[0].name],
            says: `The first example of ${id} is no pass.`,
            remedy: 'Put a pass first: it is what a call usually gets.',
          },
        ]),
  ];
}
