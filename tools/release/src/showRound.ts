import type { Round } from './dryRun.ts';

/** A release of a dry run, in a few lines. */
export function showRound(number: number, { release, installed }: Round): string {
  const rows = release.before.map(({ name, version }) => {
    const latest = release.published[name]?.distTags['latest'] ?? 'none';
    return `  ${name.padEnd(24)} ${version.padEnd(8)} → ${latest.padEnd(8)} installed ${installed.versions[name]}`;
  });
  return `
Release ${number}: ${release.changesets.length} changesets, ${release.tags.length} tags
${rows.join('\n')}
  minted ${installed.token}
`;
}
