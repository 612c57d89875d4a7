import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const pathOf = (file: string): string => join(import.meta.dirname, 'certificates', file);
const pair = (name: string): { key: Buffer; cert: Buffer } => ({
  key: readFileSync(pathOf(`${name}.key.pem`)),
  cert: readFileSync(pathOf(`${name}.cert.pem`)),
});

/** The name of the server behind the proxies. By RFC 2606 no resolver knows it. */
export const HOST = 'finauth.invalid';

/** Made once, with openssl, and good for a hundred years: not every machine has openssl. */
export const server: { key: Buffer; cert: Buffer } = pair('server');
export const serverCa: string = pathOf('server-ca.pem');

/** What a proxy that reads along shows in the place of the server's. */
export const interceptor: { key: Buffer; cert: Buffer } = pair('interceptor');
export const interceptorCa: string = pathOf('interceptor-ca.pem');
