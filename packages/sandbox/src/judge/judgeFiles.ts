import type { Call } from '../call.ts';
import { scenarios } from '../generated/scenarios.ts';
import type { Route } from '../api/route.ts';
import type { Act } from './ruling.ts';

/** A file has to be of a type that the spec allows, by its first bytes, and no larger. The spec says what is answered otherwise. Of what is in it, nothing is kept. */
export function judgeFiles({ route, form }: Call): Act | undefined {
  for (const { name, bytes } of form!.parts) {
    const { types, maxBytes = Infinity } = route!.fields[name] ?? {};
    if (types === undefined) continue;
    const got = `${bytes.length} bytes`;
    if (bytes.length > maxBytes && types.tooLarge !== undefined) {
      const message = 'The file is larger than FinAuth takes.';
      return refusedWith(route!, types.tooLarge, { message, field: name, expected: `at most ${maxBytes} bytes`, got });
    }
    if (Object.values(types.beginnings).some((hex) => bytes.subarray(0, hex.length / 2).toString('hex') === hex)) continue;
    const expected = Object.keys(types.beginnings).join(' or ');
    return refusedWith(route!, types.other, {
      message: 'The file does not begin like any of the types that the API accepts.',
      field: name,
      expected,
      got,
    });
  }
  return undefined;
}

function refusedWith({ operationId }: Route, answer: string, why: Act['why']): Act | undefined {
  const scenario = scenarios[operationId]![answer];
  return scenario && { verdict: 'refused', scenario, why };
}
