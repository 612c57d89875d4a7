import { operationsOf, type Contract } from '../contract/contract.ts';
import { operationsWith, type OperationErrors } from '../contract/operationErrors.ts';
import { previewsOf } from '../contract/stability.ts';
import type { Change } from './change.ts';

/**
 * What a change is worth that reaches previews alone: a minor version at most, since nobody has promised what they are. It says that it is about a preview, and
 * so does the changeset, and the changelog.
 */
export function judgePreviews(changes: Change[], before: Contract, after: Contract): Change[] {
  const [was, is] = [previewsOf(before), previewsOf(after)];
  const former = operationsOf(before).map(({ operation }) => operation.operationId);
  // What was stable stays so until a major version says otherwise.
  const isPreview = (id: string): boolean => (former.includes(id) ? was.includes(id) : is.includes(id));
  return changes.map((change) => {
    const ids = change.operation === undefined ? [] : [change.operation].flat();
    if (ids.length === 0 || !ids.every(isPreview)) return change;
    const what = `In a preview: ${change.what}`;
    return change.bump === 'major' ? { ...change, what, why: PREVIEW_WHY, bump: 'minor' } : { ...change, what };
  });
}

const PREVIEW_WHY = 'It would break a user, but the operation is a preview, of which that was said.';

/** The operations that an error is about, for a change of it: those that have it, before or after. Nothing where it is about none. */
export function havingError(before: Contract, after: Contract, kind: keyof OperationErrors, name: string): Pick<Change, 'operation'> {
  const operation = [...new Set([...operationsWith(before, kind, name), ...operationsWith(after, kind, name)])];
  return operation.length > 0 ? { operation } : {};
}
