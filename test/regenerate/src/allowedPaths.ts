/** Where a change of the API may show itself. Whatever else differs, somebody would have had to edit. */
const ALLOWED = [
  /^spec\//,
  /(?:^|\/)src\/generated\//,
  /^\.changeset\/[^/]+\.md$/,
  /^test\/packages\/snapshots\//,
  // They have samples of the spec in them.
  /^(?:packages\/[^/]+\/)?README\.md$/,
];

/** The changes that nobody but a maintainer's hand could have made. */
export function editedByHand(paths: readonly string[]): string[] {
  return paths.filter((path) => !ALLOWED.some((allowed) => allowed.test(path)));
}
