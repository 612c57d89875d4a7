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
  /** Folders of those packages whose types and tests are to be looked at. */
  check: string[];
}

/** Nothing at all. */
export const NOTHING: Affected = { generate: false, build: [], mock: false, docs: false, check: [] };

/** Those that generated code is in, and whose own tests judge it. */
const GENERATED = ['packages/client', 'packages/sandbox', 'packages/validator'];

/** To build these builds all generated code. The command has none of it in its own files, so that it can wait for the checks. */
const CARRIERS = ['packages/sandbox', 'packages/signing'];

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
  };
}

function union(a: string[], b: string[]): string[] {
  return [...new Set([...a, ...b])].sort();
}

function affectedByOne(path: string): Affected {
  const [top, name] = path.split('/');
  if (top === 'spec') {
    if (name === 'guides') return { ...NOTHING, docs: true };
    return { generate: true, build: CARRIERS, mock: true, docs: true, check: GENERATED };
  }
  const folder = `${top}/${name}`;
  if (folder === 'tools/generate') return { ...NOTHING, generate: true, build: CARRIERS, check: [folder] };
  if (folder === 'tools/docs') return { ...NOTHING, docs: true, check: [folder] };
  if (top === 'packages') return { ...NOTHING, build: ['packages/*'], check: [folder] };
  if (top === 'tools' || top === 'test') return { ...NOTHING, check: [folder] };
  return NOTHING;
}
