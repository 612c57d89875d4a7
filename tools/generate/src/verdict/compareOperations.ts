import { operationsOf, type Contract } from '../contract.ts';
import { pairs, type Change } from './change.ts';

/** Which operations have come, gone or moved. What has changed within one, Redocly tells. */
export function compareOperations(before: Contract, after: Contract): Change[] {
  return pairs(byId(before), byId(after)).flatMap(([id, was, is]): Change[] => {
    if (!was) {
      return [
        {
          subject: 'operation',
          kind: 'added',
          what: `The operation ${id} is new: ${is}.`,
          why: 'What was there before stays as it is.',
          bump: 'minor',
        },
      ];
    }
    if (!is) {
      const why = 'Whoever calls its method, or its address, finds nothing there.';
      return [{ subject: 'operation', kind: 'removed', what: `The operation ${id} is gone: ${was}.`, why, bump: 'major' }];
    }
    if (was === is) return [];
    const why = 'Versions that are installed go on calling the former address, and so do mocks and firewalls that know it.';
    return [{ subject: 'operation', kind: 'changed', what: `The operation ${id} is ${is}, before ${was}.`, why, bump: 'major' }];
  });
}

function byId(contract: Contract): Record<string, string> {
  return Object.fromEntries(
    operationsOf(contract).map(({ path, method, operation }) => [operation.operationId, `${method.toUpperCase()} ${path}`]),
  );
}
