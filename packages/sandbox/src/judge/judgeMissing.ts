import type { Call } from '../call.ts';
import { refuse, type Refusal } from './ruling.ts';

/** Each required field has to be there. Of several, the first one in the spec's order is named. */
export function judgeMissing({ route, form, values }: Call): Refusal | undefined {
  // Reading ended within a field: that one is what is wrong, and which fields would have followed is not known.
  if (form!.broken) return undefined;
  const field = route!.required.find((name) => !Object.hasOwn(values!, name));
  if (field === undefined) return undefined;
  const arrived = [...new Set([...form!.parts.map(({ name }) => name), ...form!.strangers.filter((name) => name !== '')])];
  return refuse(
    'MISSING_ARGUMENTS',
    {
      message: [form!.trouble, `The field ${field} is missing.`].filter(Boolean).join(' '),
      field,
      expected: route!.required.join(', '),
      got: arrived.length === 0 ? 'no field at all' : arrived.join(', '),
    },
    field,
  );
}
