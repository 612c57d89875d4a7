// FinAuth's secrets and keys have 32 characters.
const ORDINARY_NAME = /^[\w$.:/~-]{1,31}$/;

/**
 * The name of a field or an option as a message can show it: itself, if it looks like a name, and its length otherwise. Where a name belongs, a program may have put a
 * secret, somebody's data or a line break, and messages are logged.
 */
export function shownName(name: string): string {
  return ORDINARY_NAME.test(name) ? name : `(a name of ${name.length} character${name.length === 1 ? '' : 's'}, not shown)`;
}
