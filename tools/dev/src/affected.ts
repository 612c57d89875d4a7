/** What a save makes necessary. */
export interface Affected {
  /** The generated code, and with it all that is built. */
  generate: boolean;
  /** Folders of those packages that are to be built before the sandbox, which runs on them, starts again. */
  build: string[];
  /** Prism, which reads the spec itself. */
  mock: boolean;
  /** The docs. */
  docs: boolean;
  /** Folders of those packages whose types and quick tests are to be looked at: what was saved is in them. */
  check: string[];
  /** Folders of those that rest on them, and the same once more with all of their tests. What was passed before, turbo knows. They take minutes, and come last. */
  rest: string[];
}

/** Nothing at all. */
export const NOTHING: Affected = { generate: false, build: [], mock: false, docs: false, check: [], rest: [] };

/** Those that are generated code for the most part, and whose own tests judge it in seconds. */
export const GENERATED: string[] = ['packages/client', 'packages/validator'];

/** What the sandbox runs on, of all that has generated code in its files. Signing has, but can wait for the checks. */
const SERVED = ['packages/sandbox'];

/** The packages, and what tests them together in less than a minute. */
const ON_PACKAGES = ['packages/*', 'test/contract', 'test/samples'];

/** What reads the spec itself too. */
const ON_SPEC = [...ON_PACKAGES, 'tools/docs', 'tools/generate', 'tools/mock'];

/** What some changed files affect, by their paths from the root, with forward slashes. */
export function affectedBy(paths: Iterable<string>): Affected {
  return [...paths].map(affectedByOne).reduce(together, NOTHING);
}

/** What either of the two makes necessary. */
export function together(a: Affected, b: Affected): Affected {
  return {
    generate: a.generate || b.generate,
    build: union(a.build, b.build),
    mock: a.mock || b.mock,
    docs: a.docs || b.docs,
    check: union(a.check, b.check),
    rest: union(a.rest, b.rest),
  };
}

function union(a: string[], b: string[]): string[] {
  return [...new Set([...a, ...b])].sort();
}

function affectedByOne(path: string): Affected {
  const [top, name] = path.split('/');
  if (top === 'spec') {
    if (name === 'guides') return { ...NOTHING, docs: true, rest: ['test/samples', 'tools/docs'] };
    return { generate: true, build: SERVED, mock: true, docs: true, check: GENERATED, rest: ON_SPEC };
  }
  const folder = `${top}/${name}`;
  if (folder === 'tools/generate')
    return { ...NOTHING, generate: true, build: SERVED, check: [...GENERATED, folder], rest: [...ON_PACKAGES, folder] };
  if (folder === 'tools/docs') return { ...NOTHING, docs: true, check: [folder], rest: [folder] };
  if (top === 'packages') return { ...NOTHING, build: ['packages/*'], check: [folder], rest: ON_PACKAGES };
  if (top === 'tools' || top === 'test') return { ...NOTHING, check: [folder] };
  return NOTHING;
}
