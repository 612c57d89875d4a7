/** Small pieces of TypeScript source, set the same way in every generated file. */

export const header = '// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.\n';

/** Source text within a literal: what no value can say. */
export class Code {
  constructor(text: string) {
    this.text = text;
  }
  readonly text: string;
}

/** A value as an object literal, its keys quoted only where they must be. */
export function literal(value: unknown, indent = ''): string {
  if (value instanceof Code) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? quote(value) : String(value);
  const inner = `${indent}  `;
  const rows = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${inner}${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)}: ${literal(item, inner)},\n`);
  return `{\n${rows.join('')}${indent}}`;
}

/** A union of string literals; `never` if there is none. */
export function union(values: string[]): string {
  return values.length === 0 ? 'never' : values.map(quote).join(' | ');
}

/** A doc comment of the given text, one line of it a line. */
export function docComment(text: string, indent = ''): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n');
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
