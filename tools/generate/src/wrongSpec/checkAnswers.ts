import { refName, resolve, type Contract, type Header, type MediaType, type Operation } from '../contract/contract.ts';
import { propertiesOf } from '../contract/schemas/propertiesOf.ts';
import { typesOf } from '../contract/schemas/typesOf.ts';
import type { Path, Problem } from '../problem.ts';

/** Whether an operation has one success, in JSON, and failures of schemas that have a name. */
export function checkAnswers(contract: Contract, operation: Operation, at: Path): Problem[] {
  const { operationId: id, responses } = operation;
  const inAnswers = [...at, 'responses'];
  const successes = Object.keys(responses).filter((status) => status.startsWith('2'));
  const [success] = successes;
  if (successes.length !== 1 || !/^2\d\d$/.test(success!) || success === '204' || success === '205') {
    const says = `${id} has ${successes.join(', ') || 'no status'} for success.`;
    return [
      {
        path: inAnswers,
        says,
        remedy: 'Give it one response of a status from 200 to 299 that has a body, so not 204 or 205: it is what the method returns.',
      },
    ];
  }
  return [
    ...Object.entries(responses).flatMap(([status, response]) => {
      const path = [...inAnswers, status];
      const { content = {}, headers = {} } = resolve(contract, response);
      return [...checkStatus(id, status, path), ...checkHeaders(contract, headers, path), ...checkMedia(content, path)];
    }),
    ...checkSuccess(contract, operation, success!, inAnswers),
    ...Object.keys(responses)
      .filter((status) => status !== success)
      .filter((status) => {
        const failure = resolve(contract, responses[status]!).content ?? {};
        return Object.values(failure).some(({ schema }) => refName(schema ?? {}) === undefined);
      })
      .map((status) => ({
        path: [...inAnswers, status],
        says: `The answer ${status} of ${id} has a schema of its own.`,
        remedy: 'Refer to one of components/schemas, such as ErrorResponse.',
      })),
  ];
}

function checkSuccess(contract: Contract, { operationId: id, responses }: Operation, success: string, at: Path): Problem[] {
  const path = [...at, success];
  const { content = {} } = resolve(contract, responses[success]!);
  const schema = content['application/json']?.schema;
  if (Object.keys(content).length !== 1 || schema === undefined) {
    const remedy = 'Make it application/json alone, with a schema: the SDK validates each response against it.';
    return [{ path, says: `The success of ${id} is not JSON with a schema.`, remedy }];
  }
  const inSchema = [...path, 'content', 'application/json', 'schema'];
  const types = [...typesOf(contract, schema)];
  if (types.length !== 1 || types[0] !== 'object') {
    return [
      {
        path: inSchema,
        says: `The success of ${id} is not an object.`,
        remedy: 'Write `type: object`: a method returns the fields of one.',
      },
    ];
  }
  if (!Object.hasOwn(propertiesOf(contract, schema), 'error')) return [];
  const remedy = 'Take it out of the schema of success: an answer with an error is a failure, whatever its status.';
  return [{ path: [...inSchema, 'properties', 'error'], says: `The success of ${id} has a field error.`, remedy }];
}

function checkStatus(id: string, status: string, path: Path): Problem[] {
  if (/^[245]\d\d$/.test(status)) return [];
  const remedy = 'Give each status from 400 to 599 that it comes with a response of its own.';
  return [{ path, isHere: true, says: `${status} of ${id} is not the status of a success or a failure.`, remedy }];
}

// Servers set these themselves, and so does the sandbox.
const OWN = new Set(['content-type', 'content-length', 'transfer-encoding', 'connection', 'date', 'keep-alive', 'upgrade', 'trailer']);

function checkHeaders(contract: Contract, headers: Record<string, Header>, at: Path): Problem[] {
  return Object.entries(headers).flatMap(([name, header]) => {
    const path = [...at, 'headers', name];
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || OWN.has(name.toLowerCase()))
      return [
        {
          path,
          isHere: true,
          says: `${name} cannot be a header of an answer here.`,
          remedy: 'Take it out, or correct its name: the server sets it, or HTTP does not have it.',
        },
      ];
    const { example } = resolve(contract, header);
    if (example === undefined || (['string', 'number', 'boolean'].includes(typeof example) && /^[\t\x20-\x7e]*$/.test(String(example))))
      return [];
    return [
      { path: [...path, 'example'], says: `The example of ${name} cannot be sent as a header.`, remedy: 'Write it on one line, in ASCII.' },
    ];
  });
}

function checkMedia(content: Record<string, MediaType>, at: Path): Problem[] {
  return Object.entries(content).flatMap(([mediaType, media]) => {
    const path = [...at, 'content', mediaType];
    if (!/^[\w.+-]+\/[\w.+-]+(?:; ?charset=[\w-]+)?$/.test(mediaType))
      return [{ path, says: `${mediaType} is no media type.`, remedy: 'Write one such as application/json or text/plain.' }];
    if ((media as { example?: unknown }).example !== undefined)
      return [
        {
          path: [...path, 'example'],
          says: 'An example without a name is read by nothing.',
          remedy: 'Write `examples`, each with a name.',
        },
      ];
    return Object.entries(media.examples ?? {})
      .filter(([, example]) => example?.value === undefined)
      .map(([name]) => ({
        path: [...path, 'examples', name],
        says: `The example ${name} has no value.`,
        remedy: 'Write its value here: nothing fetches an externalValue.',
      }));
  });
}
