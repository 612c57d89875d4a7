import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatUpdates } from './formatUpdates.ts';
import { formatEntry } from './formatEntry.ts';
import { repositoryUrl } from './repositoryUrl.ts';

/** Every package that is published names the repository; this one stands for all. */
const manifest = join(import.meta.dirname, '../../../packages/signing/package.json');

/** What `changeset version` calls for each line of a CHANGELOG.md: .changeset/config.json names this file. It asks git, and nothing on a network. */
export default {
  getReleaseLine: ({ summary, commit }: { summary: string; commit?: string }): string =>
    formatEntry(summary, { url: repositoryUrl(JSON.parse(readFileSync(manifest, 'utf8'))), commit, subject: commit && subjectOf(commit) }),
  getDependencyReleaseLine: (_changesets: unknown, updates: readonly { name: string; newVersion: string }[]): string =>
    formatUpdates(updates),
};

function subjectOf(commit: string): string {
  return execFileSync('git', ['log', '-1', '--format=%s', commit], { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
}
