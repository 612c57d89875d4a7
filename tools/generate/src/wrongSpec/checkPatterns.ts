import type { Schema } from '../contract/contract.ts';
import type { Path, Problem } from '../problem.ts';

/** Whether a schema's regular expressions can be made, and take no time without end. */
export function checkPatterns(schema: Schema, path: Path): Problem[] {
  const patterns: [string, Path][] = [
    ...(schema.pattern === undefined ? [] : [[String(schema.pattern), [...path, 'pattern']] as [string, Path]]),
    ...Object.keys((schema.patternProperties ?? {}) as object).map((key): [string, Path] => [key, [...path, 'patternProperties', key]]),
  ];
  return patterns.flatMap(([pattern, at]) => {
    const complaint = complaintOn(pattern);
    return complaint === undefined
      ? []
      : [
          {
            path: at,
            says: `${pattern} is no regular expression that can be used: ${complaint}.`,
            remedy: 'Correct it: it is one of JavaScript, with the flag u.',
          },
        ];
  });
}

function complaintOn(pattern: string): string | undefined {
  try {
    // Only whether it can be made.
    void new RegExp(pattern, 'u');
  } catch (error) {
    return (error as Error).message.split(': ').at(-1);
  }
  // (a+)+, (\d+\s*)*: nothing within has to be there that ends one turn, and a text that does not fit can keep the processor busy for years.
  const plain = pattern.replaceAll(/\[(?:[^\]\\]|\\.)*\]/g, 'x');
  return /\((?:\?:)?(?:(?:\\.|[^()\\|+*?{}^$])(?:[+*]|\{\d+,\})\??(?:(?:\\.|[^()\\|+*?{}^$])[*?]\??)*)+\)(?:[+*]|\{\d+,\})/.test(plain)
    ? 'a repetition within a repetition can take time without end on a text that does not fit'
    : undefined;
}
