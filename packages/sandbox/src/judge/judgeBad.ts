import type { Call } from '../call.ts';
import { livenessPrefix } from '../generated/scenarios.ts';
import { refuse, type Refusal, type Why } from './ruling.ts';
import { askedFor, operationsAnswering, testIdsOf } from './testId.ts';

/** Each field has to be what the spec's schema says. Of several that are not, the first one in the spec's order is named. */
export function judgeBad({ route, form, values, undecodable }: Call): Refusal | undefined {
  if (form!.broken) return bad(form!.broken, { message: form!.trouble ?? 'The field did not arrive completely.' });

  const [unread] = undecodable!;
  if (unread) return bad(unread.field, unread);

  const verdict = route!.validate(values);
  if (!verdict.valid) {
    // The validator looks at the fields in that order.
    const [issue] = verdict.issues;
    const field = topLevel(issue!.field);
    const why = { message: `${issue!.message}.`, field };
    return issue!.rule === MISSING ? refuse('MISSING_ARGUMENTS', why, field) : bad(field, why);
  }

  const asked = askedFor(route!, values!);
  const own = testIdsOf(route!.operationId);
  if (asked !== undefined && !Object.hasOwn(own, asked)) {
    const others = operationsAnswering(asked).join(' and ');
    return bad(route!.scenarioField!, {
      message:
        others === ''
          ? `No answer has this test ID. What begins with “${livenessPrefix}” is kept for them.`
          : `This test ID asks for an answer of ${others}, which ${route!.operationId} does not have.`,
      expected: Object.values(own).join(', '),
      got: livenessPrefix + asked,
    });
  }
  return undefined;
}

// The rule of a field that is required where another has a value.
const MISSING = 'x-requiredWhen';

// A name that the caller made up may be as long as a part's header.
const NAME_LENGTH = 100;

function bad(field: string, why: Why): Refusal {
  return refuse('BAD_ARGUMENTS', { ...why, field }, field.slice(0, NAME_LENGTH));
}

function topLevel(field: string): string {
  return field.split('.')[0]!;
}
