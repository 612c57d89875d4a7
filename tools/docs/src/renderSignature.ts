import type { Contract } from '@finauth-sdk/generate/contract';
import { markdownTable } from './markdownTable.ts';
import { sourceNote } from './sourceNote.ts';

/** How a call is signed, step by step, and one signature worked through. */
export function renderSignature(contract: Contract): string {
  const { algorithm, fields, steps, lifetime, example } = contract['x-signature'];
  return [
    `The field \`${fields.sign}\` holds the signature, \`${fields.version}\` its algorithm: \`${algorithm}\`.`,
    steps.map((step, index) => `${index + 1}. **${step.title}.** ${step.text.trim()} ${sourceNote(contract, step)}`.trimEnd()).join('\n'),
    lifetime.map((fact) => `- ${fact.text.trim()} ${sourceNote(contract, fact)}`.trimEnd()).join('\n'),
    'One signature worked through, with an invented key:',
    markdownTable(
      ['Value', 'In the example'],
      Object.entries(example).map(([name, value]) => [name, `\`${value}\``]),
    ),
  ].join('\n\n');
}
