import { signatureScheme } from '@finauth-sdk/client';
import type { Role } from '../explain/rawFields.ts';

const right: Readonly<Record<Role, unknown>> = { apiKey: 'example-key', expireTime: 1_800_000_100, currentTime: 1_800_000_000, random: 7 };

/** A raw string that is right, but for the values that are given. A field is left out if its value is undefined. */
export function rawOf(values: Partial<Record<Role, unknown>> = {}): string {
  const fields = { ...right, ...values };
  return Object.entries(signatureScheme.parameters)
    .flatMap(([role, name]) => (fields[role as Role] === undefined ? [] : `${name}=${fields[role as Role]}`))
    .join('&');
}
