import { operationsOf, type Contract } from '@finauth-sdk/generate/contract';
import { livenessPrefix, scenariosOf } from '@finauth-sdk/generate/generateScenarios';
import { markdownTable } from '../../markdownTable.ts';

/** The sandbox's IDs for asking for an answer, as the sandbox is generated with them, and, where that differs, the operations that have the answer. */
export function renderTestIds(contract: Contract): string {
  const operations = operationsOf(contract).map(({ operation }) => operation);
  const whose = new Map<string, { cells: string[]; ids: string[] }>();
  for (const operation of operations) {
    for (const [name, { status, meaning }] of Object.entries(scenariosOf(contract, operation))) {
      const cells = [`\`${livenessPrefix}${name}\``, String(status), meaning.trim()];
      const key = JSON.stringify(cells);
      whose.set(key, { cells, ids: [...(whose.get(key)?.ids ?? []), operation.operationId] });
    }
  }
  const isOne = operations.length === 1;
  const having = (ids: string[]): string => (ids.length === operations.length ? 'Any' : ids.map((id) => `\`${id}\``).join(', '));
  const usual = [
    `\`${livenessPrefix}ok\``,
    '200',
    isOne
      ? `A token, as for any ID that does not begin with \`${livenessPrefix}\`.`
      : `The usual response, as for any value that does not begin with \`${livenessPrefix}\`.`,
  ];
  return markdownTable(
    ['Test ID', 'Status', 'Meaning', ...(isOne ? [] : ['Operation'])],
    [[...usual, ...(isOne ? [] : ['Any'])], ...[...whose.values()].map(({ cells, ids }) => [...cells, ...(isOne ? [] : [having(ids)])])],
  );
}
