import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Adds so many operations to a copy of `spec/`, each of the size that this API's have, and no two of them alike. */
export async function addOperations(spec: string, count: number): Promise<void> {
  const root = join(spec, 'openapi.yaml');
  const text = await readFile(root, 'utf8');
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const paths = numbers.map((number) => `  /finauth/v5/sdk/growth_${number}:\n    $ref: paths/growth_${number}.yaml\n`);
  await mkdir(join(spec, 'paths'), { recursive: true });
  await writeFile(root, text.replace('x-signature:\n', `${paths.join('')}x-signature:\n`));
  const scheme = await readFile(join(spec, 'signature.yaml'), 'utf8');
  const [algorithm, sign] = [/^algorithm: (.+)$/m, /^ {2}sign: (.{50,})$/m].map((line) => line.exec(scheme)![1]!);
  const signature: Signature = { algorithm: algorithm!, sign: sign! };
  for (const number of numbers) {
    await writeFile(join(spec, `paths/growth_${number}.yaml`), operation(number, signature));
    await writeFile(join(spec, `components/schemas/Growth${number}Request.yaml`), request(number, signature));
    await writeFile(join(spec, `components/schemas/Growth${number}Response.yaml`), answer(number));
  }
}

/** Of the spec's worked example. */
interface Signature {
  readonly algorithm: string;
  readonly sign: string;
}

const operation = (number: number, { algorithm, sign }: Signature): string => `post:
  operationId: growth${number}
  tags: [Token]
  summary: Grow ${number}
  description: The operation ${number} of a larger API.
  requestBody:
    required: true
    content:
      multipart/form-data:
        schema: { $ref: ../components/schemas/Growth${number}Request.yaml }
        examples:
          usual:
            summary: Usual
            value:
              sign: ${sign}
              sign_version: ${algorithm}
              scene_${number}: a
  responses:
    "200":
      description: All is well.
      content:
        application/json:
          schema: { $ref: ../components/schemas/Growth${number}Response.yaml }
          examples:
            usual:
              summary: Usual
              value: { request_id: a, time_used: 1, result_${number}: { score: 0.5, passed: true } }
    "400": { $ref: ../components/responses/BadRequest.yaml }
    "403": { $ref: ../components/responses/Forbidden.yaml }
    "500": { $ref: ../components/responses/InternalError.yaml }
`;

const request = (number: number, { algorithm }: Signature): string => `type: object
description: What growth${number} takes.
required: [sign, sign_version, scene_${number}]
properties:
  sign: { type: string, minLength: 1, description: The signature. }
  sign_version: { type: string, const: ${algorithm}, description: Its algorithm. }
  scene_${number}: { type: string, minLength: 1, description: The scene. }
  uuid: { type: string, x-maxBytes: ${100 + number}, description: The user. }
  mode_${number}: { type: string, enum: [strict_${number}, lenient], description: The mode. }
`;

const answer = (number: number): string => `type: object
description: What growth${number} answers.
required: [request_id, time_used, result_${number}]
properties:
  request_id: { type: string, description: The ID. }
  time_used: { type: integer, minimum: 0, description: The time. }
  result_${number}:
    type: object
    description: The result.
    required: [score, passed]
    properties:
      score: { type: number, minimum: 0, maximum: ${number}, description: The score. }
      passed: { type: boolean, description: Whether it passed. }
`;
