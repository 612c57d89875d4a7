import type { Manifest } from './publicPackages.ts';
import type { Bump, Changeset } from './readChangesets.ts';

const order: readonly (Bump | undefined)[] = [undefined, 'patch', 'minor', 'major'];

/**
 * What each package's version must be after a release, by rules of our own, so that what changesets makes of its settings is not taken on trust: a
 * package moves as far as the furthest of its changes, a group of packages as far as its furthest member, and whoever depends on a package that moves
 * gets a patch at least. Before 1.0 as after it, a minor change moves the minor number.
 */
export function expectedVersions(
  packages: readonly Manifest[],
  changesets: readonly Changeset[],
  groups: readonly (readonly string[])[],
): Record<string, string> {
  const bumps = new Map<string, Bump | undefined>(
    packages.map(({ name }) => [name, furthest(changesets.map(({ bumps: of }) => of[name]))]),
  );
  // Each turn may move packages that others depend on; with as many turns as packages, all has arrived.
  for (const _ of packages) {
    for (const { name, dependencies = {} } of packages) {
      const moved = Object.keys(dependencies).some((dependency) => bumps.get(dependency) !== undefined);
      bumps.set(name, furthest([bumps.get(name), moved ? 'patch' : undefined]));
    }
    for (const group of groups) {
      const together = furthest(group.map((name) => bumps.get(name)));
      for (const name of group) bumps.set(name, together);
    }
  }
  return Object.fromEntries(packages.map(({ name, version }) => [name, move(version, bumps.get(name))]));
}

function furthest(bumps: readonly (Bump | undefined)[]): Bump | undefined {
  return order[Math.max(0, ...bumps.map((bump) => order.indexOf(bump)))];
}

function move(version: string, bump: Bump | undefined): string {
  const [major, minor, patch] = version.split('.').map(Number) as [number, number, number];
  if (bump === 'major') return `${major + 1}.0.0`;
  if (bump === 'minor') return `${major}.${minor + 1}.0`;
  return bump === 'patch' ? `${major}.${minor}.${patch + 1}` : version;
}
