import { answerOf, requestOf, type Contract, type Operation } from './contract.ts';
import { saidOf } from './ownFields.ts';
import { propertiesOf } from './schemas/propertiesOf.ts';

export const PERSONAL = 'x-personal';

/** The fields of an operation that hold data of a person. */
export function personalFields(contract: Contract, operation: Operation): { request: string[]; answer: string[] } {
  const named = (properties: object): string[] =>
    Object.entries(properties).flatMap(([name, field]) => (saidOf(contract, field, PERSONAL) === true ? [name] : []));
  return {
    request: named(requestOf(contract, operation).schema.properties ?? {}),
    answer: named(propertiesOf(contract, answerOf(contract, operation).schema)),
  };
}
