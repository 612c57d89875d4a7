import { operationsOf, type Contract, type Operation } from '../contract/contract.ts';
import { scenariosOf } from '../code/generateScenarios.ts';
import { operationErrors } from '../contract/operationErrors.ts';
import type { Change } from './change.ts';

/** Which errors each operation has got and lost. One that is new or gone in the error model, or with its operation, is told of there. */
export function compareOperationErrors(before: Contract, after: Contract): Change[] {
  const former = new Map(operationsOf(before).map(({ operation }) => [operation.operationId, operation]));
  return operationsOf(after).flatMap(({ operation }) => {
    const was = former.get(operation.operationId);
    if (was === undefined) return [];
    return [...compareListed(before, after, was, operation), ...compareTestIds(before, after, was, operation)];
  });
}

function compareListed(before: Contract, after: Contract, was: Operation, is: Operation): Change[] {
  const [had, has] = [operationErrors(before, was), operationErrors(after, is)];
  const everywhere = (contract: Contract, kind: 'codes' | 'reasons'): string[] => {
    const { codes } = contract['x-error-model'];
    return kind === 'codes' ? Object.keys(codes) : Object.values(codes).flatMap(({ reasons = {} }) => Object.keys(reasons));
  };
  return (['codes', 'reasons'] as const).flatMap((kind) => {
    const subject = kind === 'codes' ? 'code' : 'reason';
    const name = kind === 'codes' ? 'error code' : 'reason';
    const operation = is.operationId;
    const stays = (each: string) => everywhere(before, kind).includes(each) && everywhere(after, kind).includes(each);
    return [
      ...without(had[kind], has[kind])
        .filter(stays)
        .map((each): Change => {
          const type = kind === 'codes' ? 'ErrorCodeOf' : 'ErrorReasonOf';
          const why = `A program that waits for it there waits in vain, and it is gone from ${type}<'${operation}'>.`;
          return { subject, kind: 'removed', what: `${operation} no longer has the ${name} ${each}.`, why, bump: 'major', operation };
        }),
      ...without(has[kind], had[kind])
        .filter(stays)
        .map((each): Change => {
          const why = 'A program that is ready for what is not listed, as it has to be, goes on working.';
          return { subject, kind: 'added', what: `${operation} has the ${name} ${each} too.`, why, bump: 'minor', operation };
        }),
    ];
  });
}

/** Those that are called as an example is. The others are called as what they ask for: a code, a reason, a gateway's status. */
function compareTestIds(before: Contract, after: Contract, was: Operation, is: Operation): Change[] {
  const [had, has] = [namesOfExamples(before, was), namesOfExamples(after, is)];
  const operation = is.operationId;
  return [
    ...without(had, has).map((name): Change => {
      const why = 'A test that asks the sandbox for this answer no longer compiles, or is refused.';
      return { subject: 'testId', kind: 'removed', what: `The test ID ${name} of ${operation} is gone.`, why, bump: 'major', operation };
    }),
    ...without(has, had).map((name): Change => {
      const why = 'What was there before stays as it is.';
      return { subject: 'testId', kind: 'added', what: `The test ID ${name} of ${operation} is new.`, why, bump: 'minor', operation };
    }),
  ];
}

function namesOfExamples(contract: Contract, operation: Operation): string[] {
  const { codes, reasons, gateways } = operationErrors(contract, operation);
  return without(Object.keys(scenariosOf(contract, operation)), [...codes, ...reasons, ...gateways]);
}

function without(names: string[], others: string[]): string[] {
  return names.filter((name) => !others.includes(name));
}
