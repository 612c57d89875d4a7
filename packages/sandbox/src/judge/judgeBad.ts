import type { Call } from '../call.ts';
import { liveness, livenessPrefix } from '../generated/scenarios.ts';
import { refuse, type Refusal, type Why } from '../ruling.ts';

/** Each field has to be what the spec's schema says. Of several that are not, the first one in the spec's order is named. */
export function judgeBad({ route, form, values, undecodable }: Call): Refusal | undefined {
  if (form!.broken) return bad(form!.broken, { message: form!.trouble ?? 'The field did not arrive whole.' });

  const [unread] = undecodable!;
  if (unread) return bad(unread.field, unread);

  const verdict = route!.validate(values);
  if (!verdict.valid) {
    // The validator looks at the fields in that order.
    const [issue] = verdict.issues;
    return bad(topLevel(issue!.field), { message: `${issue!.message}.` });
  }

  const asked = route!.scenarioField === undefined ? undefined : values![route!.scenarioField];
  if (typeof asked === 'string' && asked.startsWith(livenessPrefix) && !Object.values<string>(liveness).includes(asked)) {
    return bad(route!.scenarioField!, {
      message: `No answer has this test ID. What begins with “${livenessPrefix}” is kept for them.`,
      expected: Object.values(liveness).join(', '),
      got: asked,
    });
  }
  return undefined;
}

// A name that the caller made up may be as long as a part's header.
const NAME_LENGTH = 100;

function bad(field: string, why: Why): Refusal {
  return refuse('BAD_ARGUMENTS', { ...why, field }, field.slice(0, NAME_LENGTH));
}

function topLevel(field: string): string {
  return field.split('.')[0]!;
}
