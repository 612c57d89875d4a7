import { InvalidArgumentError } from 'commander';

/** Reads where a Redis is. Its password is not to be in it: every user of this machine can see arguments. */
export function parseRedisUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^rediss?:/.test(url.protocol) || url.hostname === '')
    throw new InvalidArgumentError('Use a URL such as redis://127.0.0.1:6379, or rediss:// for TLS.');
  if (url.password !== '')
    throw new InvalidArgumentError('Leave out the password, since every user of this machine can see arguments: set it in REDISCLI_AUTH.');
  return url;
}
