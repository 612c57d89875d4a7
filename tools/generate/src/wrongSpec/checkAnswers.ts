import { refName, resolve, type Contract, type Operation } from '../contract.ts';
import type { Path, Problem } from './problem.ts';

/** Whether an operation has one success, in JSON, and failures of schemas that have a name. */
export function checkAnswers(contract: Contract, { operationId: id, responses }: Operation, at: Path): Problem[] {
  const successes = Object.keys(responses).filter((status) => status.startsWith('2'));
  const [success] = successes;
  if (successes.length !== 1 || !/^2\d\d$/.test(success!)) {
    const says = `${id} has ${successes.join(', ') || 'no status'} for success.`;
    return [
      { path: [...at, 'responses'], says, remedy: 'Give it one response of a status from 200 to 299: it is what the method returns.' },
    ];
  }
  const { content = {} } = resolve(contract, responses[success!]!);
  const isJson = Object.keys(content).length === 1 && content['application/json']?.schema !== undefined;
  const remedy = 'Make it application/json alone, with a schema: the SDK checks the answer by it before it is believed.';
  return [
    ...(isJson ? [] : [{ path: [...at, 'responses', success!], says: `The success of ${id} is not JSON with a schema.`, remedy }]),
    ...Object.keys(responses)
      .filter((status) => status !== success)
      .filter((status) => {
        const failure = resolve(contract, responses[status]!).content ?? {};
        return Object.values(failure).some(({ schema }) => refName(schema) === undefined);
      })
      .map((status) => ({
        path: [...at, 'responses', status],
        says: `The answer ${status} of ${id} has a schema of its own.`,
        remedy: 'Refer to one of components/schemas, such as ErrorResponse.',
      })),
  ];
}
