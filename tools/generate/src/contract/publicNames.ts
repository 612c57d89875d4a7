import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf, operationsOf, pascalCase, requestOf, type Contract } from './contract.ts';
import { root } from '../folders.ts';
import { requestName } from './validatorSubjects.ts';

/** A name in the generated code that comes from a name in the spec. */
export interface OwnName {
  name: string;
  kind: 'schema' | 'operation';
  /** The schema's name, or the operation's ID. */
  owner: string;
}

/** Every name that schemas and operations bring into the packages. */
export function ownNames(contract: Contract): OwnName[] {
  const schemas = Object.keys(contract.components.schemas).flatMap((owner) =>
    [owner, `validate${owner}`, `is${owner}`].map((name) => ({ name, kind: 'schema' as const, owner })),
  );
  const operations = operationsOf(contract).flatMap(({ operation }) =>
    namesOf(contract, operation).map((name) => ({ name, kind: 'operation' as const, owner: operation.operationId })),
  );
  // Where two clash, it is the schema that can be renamed and breaks nobody's call.
  return [...operations, ...schemas];
}

function namesOf(contract: Contract, operation: Parameters<typeof requestOf>[1]): string[] {
  const { operationId: id } = operation;
  const pascal = pascalCase(id);
  const validated = [
    `${pascal}Input`,
    ...(requestOf(contract, operation).ref === undefined ? [requestName(contract, operation)] : []),
    ...(answerOf(contract, operation).ref === undefined ? [`${pascal}Answer`] : []),
  ];
  return [
    id,
    ...['Data', 'Errors', 'Error', 'Responses', 'Success'].map((end) => pascal + end),
    ...validated.flatMap((name) => [name, `validate${name}`, `is${name}`]),
  ];
}

// What the generated files declare or import whatever the spec holds, and what the SDK's own parts around them are called.
const GENERATED = `ClientOptions Options Options2 Operations operations Region Server servers signatureScheme SignatureField byteLimits tokenLifetimes KnownErrorCode ErrorCode
KnownErrorReason ErrorDetail RetryAdvice FactSource ErrorAdvice ErrorEntry errorCatalogue unlistedError gatewayErrors ErrorAction errorAdvice unlistedAdvice errorPages DocumentedError
operationErrors ErrorCodeOf ErrorReasonOf ResultAnswer KnownResult OutcomeKind TryAgain ResultAdvice ResultEntry resultScheme resultCatalogue resultFamilies unlistedResult
contradictoryResult personalFields
createClient createConfig Client Config ClientMeta RequestResult TDataShape formDataBodySerializer exampleInputs exampleAnswers client
checks verdict Verdict Check Issue utf8Length shownName PlatformBlob codePoints inputValidators answerValidators validator asForm asQuery asJson Operation Route routes Scenario scenarios liveness livenessPrefix ScenarioName testIds answers Outcome OutcomeName outcomes`;

// Types of TypeScript's own. What a runtime has besides is asked of this one.
const TYPES = `Array ArrayLike Awaited Capitalize ConstructorParameters Exclude Extract InstanceType Iterable Iterator Lowercase NoInfer NonNullable Omit OmitThisParameter
Parameters Partial Pick PromiseLike PropertyDescriptor PropertyKey Readonly ReadonlyArray ReadonlyMap ReadonlySet Record Required ReturnType Template ThisParameterType
ThisType Uncapitalize Uppercase RequestInit ResponseInit BodyInit HeadersInit`;

const SIGNING = 'packages/signing/src/index.ts';

/** Every name that is not free. */
export const takenNames: ReadonlySet<string> = new Set([
  ...GENERATED.split(/\s+/),
  ...TYPES.split(/\s+/),
  ...Object.getOwnPropertyNames(globalThis),
  ...Object.getOwnPropertyNames(Object.prototype),
  ...exportedByHand(),
]);

/** What the SDK exports besides: where a generated name is the same, TypeScript would leave that one out without a word. */
function exportedByHand(): string[] {
  const index = readFileSync(join(root, SIGNING), 'utf8');
  const lists = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].map(([, list]) => list!);
  return lists.flatMap((list) => list.split(',').flatMap((name) => /(\w+)\s*$/.exec(name)?.[1] ?? []));
}
