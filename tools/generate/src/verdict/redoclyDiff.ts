import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../contract.ts';
import { redocly } from '../redocly.ts';

/** A change as `redocly diff` reports it. */
export interface RedoclyChange {
  /** A pointer through the document, with its references followed. */
  path: string;
  typeName: string;
  kind: 'added' | 'removed' | 'modified';
  impact: 'patch' | 'minor' | 'major';
  verdicts: { ruleId: string; message: string }[];
  property?: string;
  base?: { pointer: string; value?: unknown };
  revision?: { pointer: string; value?: unknown };
}

/** What Redocly finds between two bundled documents. Bundles, since it does not look into files that an extension refers to. */
export async function redoclyDiff(before: Contract, after: Contract): Promise<RedoclyChange[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-diff-'));
  try {
    await writeFile(join(scratch, 'before.json'), JSON.stringify(before));
    await writeFile(join(scratch, 'after.json'), JSON.stringify(after));
    // No --check-version: info.version is FinAuth's own, and the packages have versions of theirs.
    const args = [
      'diff',
      'before.json',
      'after.json',
      '--config',
      join(import.meta.dirname, 'redocly.yaml'),
      '--format=json',
      '--fail-on=none',
    ];
    const { exitCode, stdout, stderr } = await redocly(scratch, args);
    if (exitCode !== 0) throw new Error(`redocly diff failed:\n${stderr}`);
    // It prints nothing where nothing differs but the order of things.
    return stdout.trim() === '' ? [] : (JSON.parse(stdout) as { changes: RedoclyChange[] }).changes;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
