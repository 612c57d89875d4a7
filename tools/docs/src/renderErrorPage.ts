import type { Contract } from '@finauth-sdk/generate/contract';
import { scenarioField } from '@finauth-sdk/generate/generateSandbox';
import { type DocumentedAnswer, livenessPrefix, scenariosOf } from '@finauth-sdk/generate/generateScenarios';
import { catching, catchingOwn } from './catching.ts';
import { type ErrorEntry, operationsOfEntry } from './errorEntries.ts';
import type { Guide } from './guide.ts';
import { renderEntry } from './renderErrors.ts';

/** The page of one error: what it means, how it arrives, what to do, how to see and how to catch it. `advice` is what spec/guides/errors says of it. */
export function renderErrorPage(contract: Contract, entry: ErrorEntry, advice: string): string {
  const answer = operationsOfEntry(contract, entry)
    .map((operation) => scenariosOf(contract, operation)[entry.name])
    .find((one) => one !== undefined);
  // What stands before its first heading belongs to what the error means.
  const at = advice.search(/^## /m);
  const [lead, rest] = at === -1 ? [advice, ''] : [advice.slice(0, at), advice.slice(at)];
  return [
    renderEntry(contract, entry, '#'),
    lead.trim(),
    answer && `## Example response\n\n\`\`\`text\n${asText(answer)}\n\`\`\``,
    rest.trim(),
    answer && seeing(contract, entry),
    ...ending(catching(contract, entry)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The page of an error of the SDK's own, which is written by hand but for its end. */
export function renderSdkErrorPage(contract: Contract, error: Guide): string {
  return [error.text.trim(), ...ending(catchingOwn(contract, error))].join('\n\n');
}

function ending(sample: string): string[] {
  return [`## Catch it in TypeScript\n\n\`\`\`typescript\n${sample}\n\`\`\``, '[All errors](section:errors)'];
}

function asText({ status, headers, body }: DocumentedAnswer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP ${status}`, ...lines, '', typeof body === 'string' ? body.trim() : JSON.stringify(body, null, 2)].join('\n');
}

/** By the field of each operation that has the answer: a test ID in that of another is refused. */
function seeing(contract: Contract, entry: ErrorEntry): string {
  const places = operationsOfEntry(contract, entry)
    .filter((operation) => scenariosOf(contract, operation)[entry.name] !== undefined)
    .map((operation) => `the \`${scenarioField(contract, operation)}\` of [${operation.summary}](reference:${operation.operationId})`);
  return `## See it in the sandbox

The sandbox gives this response to a signed call with the test ID \`${livenessPrefix}${entry.name}\` as ${places.join(', or as ')}. Start it with \`finauth sandbox\`, or from a test with the package [sandbox](package:sandbox#test-ids).`;
}
