import { requestOf, type Contract, type Operation, type Schema } from './contract.ts';
import { saidOf } from './ownFields.ts';

export const FILE_TYPES = 'x-fileTypes';

/** What the files of a media type begin with, in hex. Types that have no such beginning cannot be checked. */
export const fileSignatures: Readonly<Record<string, string>> = {
  'image/jpeg': 'ffd8ff',
  'image/png': '89504e470d0a1a0a',
};

/** What `x-fileTypes` says of a field that is a file. */
export interface FileTypes {
  allowed: string[];
  /** The name of the answer to a file of another type. */
  other: string;
  /** The name of the answer to a file that is larger than its `x-maxBytes`. */
  tooLarge?: string;
}

export function fileTypesOf(contract: Contract, field: Schema): FileTypes | undefined {
  return saidOf(contract, field, FILE_TYPES) as FileTypes | undefined;
}

/** For each field of an operation with types, how the files of each begin, by the type. */
export function fileBeginnings(contract: Contract, operation: Operation): Record<string, Record<string, string>> {
  const fields = Object.entries(requestOf(contract, operation).schema.properties ?? {});
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const types = fileTypesOf(contract, field);
      return types === undefined ? [] : [[name, Object.fromEntries(types.allowed.map((type) => [type, fileSignatures[type]!]))]];
    }),
  );
}
