import type { Minted } from './mintToken.ts';
import type { Target } from './target.ts';

/** What happened, in a few lines. */
export function showResult({ name }: Target, { method, url, fields, answer, milliseconds }: Minted): string {
  const width = Math.max(...fields.map(([field]) => field.length));
  return `
One signed call, answered by ${name}

  ${method} ${url}
${fields.map(([field, value]) => `    ${field.padEnd(width)}  ${value}`).join('\n')}

  biz_token  ${answer.biz_token}
  took       ${milliseconds} ms
`;
}
