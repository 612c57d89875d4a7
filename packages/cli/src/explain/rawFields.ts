import { signatureScheme } from '@finauth-sdk/client';

/** What a field of the raw string means. */
export type Role = keyof typeof signatureScheme.parameters;

/** The roles in the order of the raw string. */
export const roles: readonly Role[] = Object.keys(signatureScheme.parameters) as Role[];

const otherNames: Readonly<Record<Role, readonly string[]>> = {
  apiKey: ['api_key', 'apikey', 'app_key', 'appkey', 'key'],
  expireTime: ['expire_time', 'expiretime', 'expire', 'expires', 'exp'],
  currentTime: ['current_time', 'currenttime', 'timestamp', 'time'],
  random: ['random', 'rand', 'nonce'],
};

/** The role of each name that is met, in small letters: the scheme's own, and those that people put in its place. */
export const aliases: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) =>
    [signatureScheme.parameters[role], ...otherNames[role]].map((name): [string, Role] => [name.toLowerCase(), role]),
  ),
);

/** The fields of a raw string in their order, taken apart without asking whether they are right. */
export function rawFields(raw: string): { readonly name: string; readonly role: Role | undefined; readonly value: string }[] {
  return raw.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    const name = equals === -1 ? pair : pair.slice(0, equals);
    return { name, role: aliases.get(name.toLowerCase()), value: equals === -1 ? '' : pair.slice(equals + 1) };
  });
}
