import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

/** An answer as an example in the spec's own files has it. */
export interface SpecAnswer {
  readonly operationId: string;
  readonly status: number;
  /** What the example is called. */
  readonly name: string;
  readonly mediaType: string;
  /** The headers that the spec has an example of. */
  readonly headers: Readonly<Record<string, string>>;
  readonly value: unknown;
}

interface Node {
  readonly $ref?: string;
  readonly [name: string]: unknown;
}

const paths = resolve(import.meta.dirname, '../../../../spec/paths');

/** Every example of an answer but success, read from the YAML by hand: nothing that the sandbox serves from stands between. */
export function specAnswers(): SpecAnswer[] {
  return readdirSync(paths).flatMap((name) => {
    const file = join(paths, name);
    const methods = Object.values(
      parse(readFileSync(file, 'utf8')) as Record<string, { operationId: string; responses?: Record<string, Node> }>,
    );
    return methods.flatMap(({ operationId, responses = {} }) =>
      Object.entries(responses)
        .filter(([status]) => !status.startsWith('2'))
        .flatMap(([status, response]) => examplesOf(operationId, Number(status), follow(response, file))),
    );
  });
}

function examplesOf(operationId: string, status: number, { node, file }: Followed): SpecAnswer[] {
  const { content = {}, headers: declared = {} } = node as {
    content?: Record<string, { examples?: Record<string, Node> }>;
    headers?: Record<string, Node>;
  };
  const headers = Object.fromEntries(
    Object.entries(declared).map(([name, header]) => [name.toLowerCase(), String(follow(header, file).node['example'])]),
  );
  return Object.entries(content).flatMap(([mediaType, { examples = {} }]) =>
    Object.entries(examples).map(([name, example]) => ({
      operationId,
      status,
      name,
      mediaType,
      headers,
      value: follow(example, file).node['value'],
    })),
  );
}

interface Followed {
  readonly node: Node;
  readonly file: string;
}

function follow(node: Node, file: string): Followed {
  if (node.$ref === undefined) return { node, file };
  const target = resolve(dirname(file), node.$ref);
  return { node: parse(readFileSync(target, 'utf8')) as Node, file: target };
}
