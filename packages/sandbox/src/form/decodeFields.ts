import type { Field, Route } from '../api/route.ts';
import type { Form, Part } from './form.ts';

/** A field that cannot be read as what it is to be. */
export interface Undecodable {
  readonly field: string;
  readonly message: string;
  readonly expected: string;
  readonly got: string;
}

/** The fields of a form as values, to be judged by the spec's schema; and those that cannot even be read. */
export function decodeFields(
  { parts, values: own }: Form,
  { fields }: Route,
): { values: Record<string, unknown>; undecodable: Undecodable[] } {
  if (own !== undefined)
    return { values: Object.fromEntries(Object.entries(own).filter(([name]) => Object.hasOwn(fields, name))), undecodable: [] };
  const values: Record<string, unknown> = {};
  const undecodable: Undecodable[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const its = parts.filter((part) => part.name === name);
    if (its.length === 0) continue;
    const problem = problemOf(its, field);
    if (problem !== undefined) undecodable.push({ field: name, ...problem });
    // A field that is there but cannot be read is not missing.
    values[name] = problem !== undefined ? null : field.many ? its.map((part) => decode(part, field)) : decode(its[0]!, field);
  }
  return { values, undecodable };
}

function problemOf(parts: Part[], { kind, many }: Field): Omit<Undecodable, 'field'> | undefined {
  if (parts.length > 1 && !many)
    return { message: 'The field arrived more than once.', expected: 'one part', got: `${parts.length} parts` };
  if (kind === 'file') return undefined;
  if (parts.some(({ fileName }) => fileName !== undefined))
    return { message: 'The field arrived as a file: its part has a file name.', expected: 'a part without filename', got: 'a file' };
  if (parts.some(({ bytes }) => textOf(bytes) === undefined))
    return { message: 'The field is not text in UTF-8.', expected: 'UTF-8', got: 'other bytes' };
  return undefined;
}

function decode({ bytes, mediaType }: Part, { kind }: Field): unknown {
  if (kind === 'file') return new Blob([new Uint8Array(bytes)], { type: mediaType });
  const text = textOf(bytes)!;
  if (kind === 'text') return text;
  if (kind === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
