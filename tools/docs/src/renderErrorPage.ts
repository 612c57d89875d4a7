import type { Contract } from '@finauth-sdk/generate/contract';
import { livenessPrefix, scenariosOf } from '@finauth-sdk/generate/generateScenarios';
import { operationsOfEntry, type ErrorEntry } from './errorEntries.ts';
import { renderEntry } from './renderErrors.ts';

/** The page of one error: what it means, what to do, how to see it in the sandbox, how to catch it. */
export function renderErrorPage(contract: Contract, entry: ErrorEntry): string {
  const scenario = operationsOfEntry(contract, entry)
    .flatMap((operation) => Object.keys(scenariosOf(contract, operation)))
    .find((name) => name === entry.name);
  return [
    renderEntry(contract, entry, '#'),
    scenario && `## In the sandbox\n\nCall it with the test ID \`${livenessPrefix}${scenario}\`.`,
    catching(entry),
    '[All errors](section:errors)',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What has no code is an answer that is none of the API's. */
function catching({ name, code }: ErrorEntry): string {
  if (name === 'unlisted') return '';
  const [kind, test] = code
    ? ['FinAuthApiError', `error.code === '${code}'${name === code ? '' : ` && error.detail === '${name}'`}`]
    : ['FinAuthResponseError', `error.status === ${name}`];
  return `## In TypeScript

\`\`\`typescript
import { ${kind} } from '@finauth-sdk/signing';

try {
  // your call
} catch (error) {
  if (error instanceof ${kind} && ${test}) {
    console.error(error.remedy, error.requestId);
  } else throw error;
}
\`\`\``;
}
