// FinAuth's secrets and keys have 32 characters.
const SHORTER_THAN_A_SECRET = 31;

/**
 * The name of a field or an option as a message can show it: itself, if it looks like a name of at most `longest` characters, and its length otherwise. Where a name
 * belongs, a program may have put a secret, somebody's data or a line break, and messages are logged.
 */
export function shownName(name: string, longest: number = SHORTER_THAN_A_SECRET): string {
  const isShown = name.length <= longest && /^[\w$.:/~-]+$/.test(name);
  return isShown ? name : `(a name of ${name.length} character${name.length === 1 ? '' : 's'}, not shown)`;
}
