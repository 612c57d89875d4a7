import { addEncodings } from './addEncodings.ts';
import { addErrors } from './addErrors.ts';
import { addFile } from './addFile.ts';
import { addOperation } from './addOperation.ts';
import { addRegion } from './addRegion.ts';
import { addResponseFields } from './addResponseFields.ts';
import { addResult } from './addResult.ts';
import { addSuccess } from './addSuccess.ts';
import { addTokenTaker } from './addTokenTaker.ts';
import { changeAlgorithm } from './changeAlgorithm.ts';
import { changeWords } from './changeWords.ts';
import { deprecateField } from './deprecateField.ts';
import type { Edit } from './edit.ts';
import { lowerLimit } from './lowerLimit.ts';
import { moveAddresses } from './moveAddresses.ts';
import { moveCode } from './moveCode.ts';
import { removeReason, removeRegion } from './removals.ts';
import { renameField } from './renameField.ts';
import { renameSchema } from './renameSchema.ts';

/** Everything that FinAuth may add or change one day, each as one edit of the spec. In this order they can be made together: all but those apart, and all of those. */
export const edits = {
  operation: addOperation,
  tokenTaker: addTokenTaker,
  encodings: addEncodings,
  errors: addErrors,
  region: addRegion,
  limit: lowerLimit,
  fields: addResponseFields,
  result: addResult,
  file: addFile,
  deprecated: deprecateField,
  algorithm: changeAlgorithm,
  success: addSuccess,
  words: changeWords,
  addresses: moveAddresses,
  codeMoved: moveCode,
  reasonGone: removeReason,
  regionGone: removeRegion,
  schemaRenamed: renameSchema,
  fieldRenamed: renameField,
} as const satisfies Readonly<Record<string, Edit>>;
