import type { Ran } from '../../../runProgram.ts';
import { SpecError } from '../specError.ts';
import type { LocatedProblem } from '../problem.ts';

interface LintProblem {
  ruleId: string;
  message: string;
  location: { source: { ref: string }; start?: { line: number; col: number } }[];
}

/** What to do about the problems that come up most. Redocly's own message says what is wrong. */
const remedies: Record<string, string> = {
  'no-unresolved-refs': 'Correct the path behind $ref, or add the file it names.',
  'no-invalid-media-type-examples': 'Change the example or the schema, so that the one fits the other.',
  'no-invalid-schema-examples': 'Change the example or the schema, so that the one fits the other.',
  'operation-operationId-unique': 'Give the operation an ID of its own: it becomes the name of a method.',
  'operation-operationId': 'Give the operation an operationId: it becomes the name of a method.',
  'security-defined': 'Take the security away, and keep `security: []` in openapi.yaml: FinAuth has its signature among the fields.',
  struct: 'Correct or remove it: OpenAPI 3.1 does not have it so.',
};

/** What `redocly lint --format=json` found, in our words. Throws a SpecError if it did not get so far as to lint. */
export function lintProblems(folder: string, { exitCode, stdout, stderr }: Ran): LocatedProblem[] {
  if (exitCode === 0) return [];
  const problems = parse(stdout);
  if (!problems) throw new SpecError(saidBy(folder, { exitCode, stdout, stderr }));
  const dangling = problems.filter(({ ruleId }) => ruleId === 'no-unresolved-refs');
  const dangles = ({ location: [at] }: LintProblem) =>
    dangling.some(({ location: [other] }) => at!.source.ref === other!.source.ref && at!.start?.line === other!.start?.line);
  return (
    problems
      // What follows from a reference that leads nowhere says nothing new.
      .filter(
        (problem) =>
          problem.ruleId === 'no-unresolved-refs' ||
          !(dangles(problem) || (dangling.length > 0 && problem.message.includes("can't resolve reference"))),
      )
      .map(({ ruleId, message, location: [location] }) => ({
        file: `${folder}/${location!.source.ref.replaceAll('\\', '/')}`,
        line: location!.start?.line ?? 1,
        column: location!.start?.col ?? 1,
        says: withoutAbsolutePaths(message, folder),
        remedy: remedies[ruleId] ?? `Correct it. The rule is Redocly's ${ruleId}.`,
      }))
  );
}

/** Whether Redocly could make no validator of a schema. It says so at each example that it was to check by it. */
export function isOfSchema({ says }: LocatedProblem): boolean {
  return says.startsWith('Example validation errored: ');
}

/** What Redocly says where it could not so much as look at the spec, without its stack and the places of this machine. */
export function saidBy(folder: string, { stderr }: Ran): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const said = lines
    .filter((line) => line !== '' && !/^at |^(?:validating|bundling) |^\[/.test(line))
    .slice(0, 4)
    .join(' ');
  return `${folder}/openapi.yaml:1:1\n  Redocly cannot read the spec: ${withoutAbsolutePaths(said, folder)}\n  Undo the last edit in steps to find what it fails at.`;
}

function parse(stdout: string): LintProblem[] | undefined {
  try {
    return (JSON.parse(stdout) as { problems: LintProblem[] }).problems;
  } catch {
    return undefined;
  }
}

/** Redocly names files by their place on this machine. */
function withoutAbsolutePaths(message: string, folder: string): string {
  const line = message
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(new RegExp(`(?<![\\w.'])(?:[A-Za-z]:)?(?:[\\\\/][^\\s'"\\\\/]+)*[\\\\/]${folder}(?=[\\\\/])`, 'g'), folder);
  return line.replaceAll(/'([^']*[\\/])([^'\\/]+)'/g, (whole: string, path: string, name: string) => {
    const within = path.replaceAll('\\', '/').split(`/${folder}/`).slice(1).join(`/${folder}/`);
    return path.startsWith('/') || /^[A-Za-z]:/.test(path) ? `'${folder}/${within}${name}'` : whole;
  });
}
