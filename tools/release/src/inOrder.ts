import type { Manifest } from './publicPackages.ts';

/**
 * Packages so that each comes behind those it depends on: whoever installs one in the middle of a release finds what it needs.
 *
 * @throws {Error} for packages that depend on each other.
 */
export function inOrder(packages: readonly Manifest[]): Manifest[] {
  const ordered: Manifest[] = [];
  const waiting = new Set(packages);
  while (waiting.size > 0) {
    const next = [...waiting].find(({ dependencies = {} }) => ![...waiting].some(({ name }) => name in dependencies));
    if (next === undefined) throw new Error(`Packages depend on each other: ${[...waiting].map(({ name }) => name).join(', ')}`);
    waiting.delete(next);
    ordered.push(next);
  }
  return ordered;
}
