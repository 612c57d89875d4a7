import type { Contract } from '@finauth-sdk/generate/contract';
import { livenessPrefix, scenariosOf } from '@finauth-sdk/generate/generateSandbox';
import { markdownTable } from './markdownTable.ts';

/** The sandbox's IDs for asking for an answer, as the sandbox is generated with them. */
export function renderTestIds(contract: Contract): string {
  const rows = Object.entries(scenariosOf(contract)).map(([name, { status, meaning }]) => [
    `\`${livenessPrefix}${name}\``,
    String(status),
    meaning.trim(),
  ]);
  return markdownTable(
    ['Test ID', 'Status', 'Meaning'],
    [[`\`${livenessPrefix}ok\``, '200', 'A token, as for any ID that is not listed.'], ...rows],
  );
}
