import type { Contract } from '@finauth-sdk/generate/contract';
import { markdownTable } from '../../markdownTable.ts';
import { sourceNote } from './sourceNote.ts';

/** How a call is signed, step by step, and one signature worked through. */
export function renderSignature(contract: Contract): string {
  const { algorithm, fields, steps, lifetime, example } = contract['x-signature'];
  const source = (name: string) => sourceNote(contract, { 'x-source': contract['x-signature']['x-source']?.[name] ?? 'finauth' });
  return [
    `The field \`${fields.sign}\` holds the signature, \`${fields.version}\` its algorithm: \`${algorithm}\`.`,
    steps.map((step, index) => `${index + 1}. **${step.title}.** ${step.text.trim()} ${sourceNote(contract, step)}`.trimEnd()).join('\n'),
    lifetime.map((fact) => `- ${fact.text.trim()} ${sourceNote(contract, fact)}`.trimEnd()).join('\n'),
    'Its names and numbers:',
    markdownTable(
      ['Part', 'Value', 'Source'],
      partsOf(contract).map(([title, name, value]) => [title, value, source(name)]),
    ),
    'One signature worked through, with an invented key:',
    markdownTable(
      ['Value', 'In the example'],
      Object.entries(example).map(([name, value]) => [name, `\`${value}\``]),
    ),
  ].join('\n\n');
}

/** What each key of the scheme stands for, and its value. */
function partsOf({ 'x-signature': scheme }: Contract): [title: string, name: string, value: string][] {
  const { apiKey, expireTime, currentTime, random } = scheme.parameters;
  return [
    ['Fields of the body', 'fields', `\`${scheme.fields.sign}\`, \`${scheme.fields.version}\``],
    ['Algorithm', 'algorithm', `\`${scheme.algorithm}\``],
    [
      'Names in the raw string',
      'parameters',
      `\`${apiKey}\` API key, \`${expireTime}\` expiry, \`${currentTime}\` current time, \`${random}\` random number`,
    ],
    ['Digest', 'digest', scheme.digest],
    ['Length of the digest', 'digestBytes', `${scheme.digestBytes} bytes`],
    ['Length of the random number', 'randomMaxDigits', `at most ${scheme.randomMaxDigits} digits`],
    ['Default window', 'defaultWindowSeconds', `${scheme.defaultWindowSeconds} seconds`],
    ['Expiry of a signature that serves once', 'singleUseExpireTime', `\`${scheme.singleUseExpireTime}\``],
  ];
}
