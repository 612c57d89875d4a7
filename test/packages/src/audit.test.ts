import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { findPnpm } from '../../../tools/findPnpm.mjs';
import { root } from './published.ts';

/** What pnpm says where a registry, such as a company's mirror, has no audit at all. Any other failure is one. */
const noAudit = /ERR_PNPM_AUDIT_ENDPOINT_NOT_EXISTS|ERR_PNPM_AUDIT_BAD_RESPONSE[^]*responded with (404|405|501)/;

it('no package that users install has a known vulnerability of severity high or above', ({ skip }) => {
  const { stdout, stderr } = spawnSync(findPnpm(), ['audit', '--prod', '--json'], { cwd: root, encoding: 'utf8' });
  skip(noAudit.test(stderr), 'the registry of this machine has no audit');
  const found = Object.values(advisories(stdout, stderr)).filter(({ severity }) => severity === 'high' || severity === 'critical');
  expect(found.map(({ module_name, title }) => `${module_name}: ${title}`)).toEqual([]);
});

interface Advisory {
  readonly module_name: string;
  readonly severity: string;
  readonly title: string;
}

function advisories(stdout: string, stderr: string): Record<string, Advisory> {
  try {
    return (JSON.parse(stdout) as { advisories: Record<string, Advisory> }).advisories;
  } catch (cause) {
    throw new Error(`pnpm audit gave no answer: ${stdout}${stderr}`, { cause });
  }
}
