import { operationsOf, type Contract } from '@finauth-sdk/generate/contract';
import { markdownTable } from '../../markdownTable.ts';

/** The servers, by the ID that the SDK's `region` option takes, and the calls that each of them answers. */
export function renderRegions(contract: Contract): string {
  const calls = operationsOf(contract).map(({ operation }) => `[${operation.summary}](reference:${operation.operationId})`);
  return [
    markdownTable(
      ['Region', 'Where', 'Server'],
      contract.servers.map((server) => [`\`${server['x-region']}\``, server.description, `\`${server.url}\``]),
    ),
    `All regions offer the same calls: ${calls.join(', ')}.`,
  ].join('\n\n');
}
