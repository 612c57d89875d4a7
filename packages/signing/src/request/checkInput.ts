import type { Issue } from '@finauth-sdk/validator';
import { FinAuthInputError } from '../errors.ts';
import type { FilesRead, OwnOperation } from '../operation.ts';
import { definedOf, isObject } from '../rules.ts';

/**
 * What the caller gave, as a copy of its own that holds nothing undefined, judged by the spec.
 *
 * @throws {FinAuthInputError} for what breaks the spec, or could not go over the wire as it is.
 */
export function checkInput(operation: OwnOperation, input: unknown): Record<string, unknown> {
  return refuseWrong(operation, judge(operation, input));
}

/** @throws {FinAuthInputError} for fields with issues. */
export function refuseWrong({ id }: OwnOperation, { fields, issues }: FilesRead): Record<string, unknown> {
  if (issues.length > 0) throw new FinAuthInputError(`The input of ${id} is invalid`, issues);
  return fields;
}

function judge(operation: OwnOperation, input: unknown): FilesRead {
  try {
    const fields = (isObject(input) && !Array.isArray(input) ? definedOf(input) : input) as Record<string, unknown>;
    const verdict = operation.input(fields);
    return { fields, issues: verdict.valid ? Object.entries(fields).flatMap((field) => brokenText(field, operation)) : verdict.issues };
  } catch {
    // A getter that throws, or a proxy that was revoked: some of them cannot even be asked what they are.
    return { fields: {}, issues: [issue('value', 'readable', 'must be a plain object, whose fields can be read')] };
  }
}

/** Text that would arrive as another: half of a surrogate pair has no UTF-8, and a form makes every line break CR LF. */
function brokenText([field, value]: [string, unknown], { encoder }: OwnOperation): Issue[] {
  if (typeof value !== 'string') return [];
  return [
    ...(value.isWellFormed()
      ? []
      : [issue(field, 'wellFormed', 'must be well-formed Unicode, and holds half of a surrogate pair: was it cut?')]),
    ...(!encoder.keepsLineBreaks && /\r(?!\n)|(?<!\r)\n/.test(value)
      ? [issue(field, 'lineBreak', 'must not hold a line break, which a form would change: remove it')]
      : []),
  ];
}

function issue(field: string, rule: string, complaint: string): Issue {
  return { field, rule, message: `${field} ${complaint}` };
}
