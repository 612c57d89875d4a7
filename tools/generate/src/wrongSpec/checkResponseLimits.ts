import { operationsOf, resolve, successOf, type Contract } from '../contract/contract.ts';
import type { Path, Problem } from '../problem.ts';

/** Whether each limit of an answer's size stands where it is read, at the success of an operation, and is a number that its examples keep. */
export function checkResponseLimits(contract: Contract): Problem[] {
  return operationsOf(contract).flatMap(({ path, method, operation }) => {
    const { operationId: id, responses } = operation;
    const at: Path = ['paths', path, method];
    const success = successOf(operation);
    const inSuccess = [...at, 'responses', success];
    const { 'x-maxBytes': limit, content = {} } = resolve(contract, responses[success]!);
    return [
      ...misplaced(operation, at, id, success),
      ...Object.entries(responses)
        .filter(([status]) => status !== success)
        .flatMap(([status, response]) => misplaced(resolve(contract, response), [...at, 'responses', status], id, success)),
      ...Object.entries(content).flatMap(([mediaType, media]) => misplaced(media, [...inSuccess, 'content', mediaType], id, success)),
      ...(limit === undefined || (Number.isSafeInteger(limit) && limit > 0)
        ? tooLong(content, limit, inSuccess)
        : [
            {
              path: [...inSuccess, 'x-maxBytes'],
              says: `The x-maxBytes of the success of ${id} is no number of bytes.`,
              remedy: 'Write a whole number above 0.',
            },
          ]),
    ];
  });
}

function misplaced(part: object, at: Path, id: string, success: string): Problem[] {
  if ((part as { 'x-maxBytes'?: unknown })['x-maxBytes'] === undefined) return [];
  const remedy = `Put it beside the description of the response ${success} of ${id}: one limit holds for all of an operation's answers.`;
  return [{ path: [...at, 'x-maxBytes'], says: 'A limit of the size of an answer is not read here.', remedy }];
}

function tooLong(content: object, limit: number | undefined, at: Path): Problem[] {
  if (limit === undefined) return [];
  return Object.entries(content as Record<string, { examples?: Record<string, { value: unknown }> }>).flatMap(
    ([mediaType, { examples = {} }]) =>
      Object.entries(examples)
        .filter(([, { value }]) => Buffer.byteLength(JSON.stringify(value)) > limit)
        .map(([name]) => ({
          path: [...at, 'content', mediaType, 'examples', name],
          says: `The example ${name} is longer than the x-maxBytes of its answer, ${limit}.`,
          remedy: 'Raise the limit, or shorten the example.',
        })),
  );
}
