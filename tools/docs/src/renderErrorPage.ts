import type { Contract } from '@finauth-sdk/generate/contract';
import { type DocumentedAnswer, livenessPrefix, scenariosOf } from '@finauth-sdk/generate/generateScenarios';
import { catching } from './catching.ts';
import { type ErrorEntry, operationsOfEntry } from './errorEntries.ts';
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
    answer && `## How it arrives\n\n\`\`\`text\n${asText(answer)}\n\`\`\``,
    rest.trim(),
    answer && seeing(entry),
    `## Catch it in TypeScript\n\n\`\`\`typescript\n${catching(contract, entry)}\n\`\`\``,
    '[All errors](section:errors)',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function asText({ status, headers, body }: DocumentedAnswer): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP ${status}`, ...lines, '', typeof body === 'string' ? body.trim() : JSON.stringify(body, null, 2)].join('\n');
}

function seeing({ name }: ErrorEntry): string {
  return `## See it in the sandbox

The sandbox gives this answer to any signed call with the test ID \`${livenessPrefix}${name}\`: start it with \`finauth sandbox\`, or from a test with the package [sandbox](package:sandbox#test-ids).`;
}
