/** Small pieces of TypeScript source, set the same way in every generated file. What a person wrote in the spec gets into code through these alone. */

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
    .map(([key, item]) => `${inner}${keyOf(key)}: ${literal(item, inner)},\n`);
  return `{\n${rows.join('')}${indent}}`;
}

/** A union of string literals; `never` if there is none. */
export function union(values: readonly string[]): string {
  return values.length === 0 ? 'never' : values.map(quote).join(' | ');
}

/** A doc comment of the given text, one line of it a line, and of tags of ours. */
export function docComment(text: string, indent = '', tags: readonly string[] = []): string {
  const lines = [...commentText(text).trim().split('\n'), ...(tags.length > 0 ? ['', ...tags] : [])];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

/** A doc comment on one line, unless there are tags. */
export function lineComment(text: string, tags: readonly string[] = []): string {
  if (tags.length > 0) return docComment(text.replaceAll(/\s+/g, ' '), '', tags);
  return `/** ${commentText(text).replaceAll(/\s+/g, ' ').trim()} */`;
}

/**
 * Text that says in a comment what it says, and nothing else: it does not end the comment, hold a control character, or become a tag of TSDoc, which would
 * mark whatever follows as deprecated or internal.
 */
export function commentText(text: string): string {
  return (
    withoutHtml(text)
      .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what it replaces
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd')
      .replaceAll('*/', '*\\/')
      .replaceAll(/(^|\n)([ \t]*)@/g, '$1$2\\@')
      .replaceAll('{@', '{\\@')
  );
}

/** Editors, and the pages made of the comments, show them as Markdown, in which HTML is HTML. Within code it is text already. */
function withoutHtml(text: string): string {
  const parts = text.split(/(`[^`\n]*`)/);
  return parts
    .map((part, index) =>
      index % 2 === 1 ? part.replaceAll(/<(?=\/script)/gi, '<\\') : part.replaceAll('</', '\\<\\/').replaceAll(/<(?=[A-Za-z!?])/g, '\\<'),
    )
    .join('');
}

export function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  // Neither a line end for old parsers, nor the end of a script in a page that holds the code.
  return `'${escaped
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replaceAll(/<(?=\/script|!--)/gi, '\\x3c')}'`;
}

function keyOf(key: string): string {
  // A key of that name, quoted or not, would set the prototype.
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}
