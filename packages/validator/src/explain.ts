import type { CheckError, Issue } from './verdict.ts';

/** Puts an error of ajv's into words. The value goes into none of them: it may be somebody's personal data. */
export function explain({ instancePath, keyword, params }: CheckError, value: unknown): Issue {
  const path = instancePath.split('/').slice(1).map(unescape);
  const own = keyword === 'required' ? params.missingProperty : keyword === 'additionalProperties' ? params.additionalProperty : undefined;
  const field = [...path, ...(own === undefined ? [] : [String(own)])].join('.') || 'value';
  return { field, rule: keyword, message: `${field} ${say(keyword, params, at(value, path))}` };
}

function say(keyword: string, params: CheckError['params'], value: unknown): string {
  switch (keyword) {
    case 'required':
      return 'is required and missing: add it';
    case 'additionalProperties':
      return 'is not a field that belongs here: check its spelling, or leave it out';
    case 'type':
      return `must be of type ${[params.type].flat().join(' or ')}, and is ${kindOf(value)}`;
    case 'x-binary':
      return `must be a Blob or File, and is ${kindOf(value)}: pass new Blob([bytes])`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).map((allowed) => JSON.stringify(allowed)).join(', ')}`;
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `must be at least ${params.limit} characters long`;
    case 'x-maxBytes':
      return `must be at most ${params.limit} bytes long as UTF-8, and is ${params.bytes} bytes: shorten it (bytes count, not characters)`;
    default:
      return `breaks the rule ${keyword} ${JSON.stringify(params)}`;
  }
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function at(value: unknown, path: string[]): unknown {
  return path.reduce((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], value);
}

/** A step of a JSON Pointer as the key it stands for. */
function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
