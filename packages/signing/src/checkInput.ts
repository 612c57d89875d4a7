import { inputValidators, type Issue } from '@finauth-sdk/validator';
import type { OperationId } from './call.ts';
import { FinAuthInputError } from './errors.ts';

/**
 * What the caller gave, as a copy of its own that holds nothing undefined, judged by the spec.
 *
 * @throws {FinAuthInputError} for what breaks the spec, or could not go over the wire as it is.
 */
export function checkInput(operation: OperationId, input: unknown): Record<string, unknown> {
  const { fields, issues } = judge(operation, input);
  if (issues.length > 0) throw new FinAuthInputError(`The input of ${operation} is not right`, issues);
  return fields;
}

function judge(operation: OperationId, input: unknown): { fields: Record<string, unknown>; issues: readonly Issue[] } {
  try {
    const fields = copy(input) as Record<string, unknown>;
    const verdict = inputValidators[operation](fields);
    return {
      fields,
      issues: verdict.valid ? Object.entries(fields).flatMap(([field, value]) => brokenText(field, value)) : verdict.issues,
    };
  } catch {
    // A getter that throws, or a proxy that was revoked: some of them cannot even be asked what they are.
    return { fields: {}, issues: [{ field: 'value', rule: 'readable', message: 'its fields cannot be read: pass a plain object' }] };
  }
}

function copy(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

/** Text that would arrive as another: half of a surrogate pair has no UTF-8, and a form makes every line break CR LF. */
function brokenText(field: string, value: unknown): Issue[] {
  const issues: Issue[] = [];
  if (typeof value !== 'string') return issues;
  if (!value.isWellFormed())
    issues.push({
      field,
      rule: 'wellFormed',
      message: `${field} must be well-formed Unicode: it holds half of a surrogate pair, perhaps from text that was cut`,
    });
  if (/\r(?!\n)|(?<!\r)\n/.test(value))
    issues.push({
      field,
      rule: 'lineBreak',
      message: `${field} must not hold a line break other than CR LF, which is what a form would make of it: remove it, it was probably copied along`,
    });
  return issues;
}
