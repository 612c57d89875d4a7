import { type Region, servers } from '@finauth-sdk/client';

export interface Place {
  readonly region?: string;
  readonly baseUrl?: string;
}

/**
 * The base URL to call in place of the region's own, if there is one. An option goes before the environment: a region that is given as one
 * means its own server, even where FINAUTH_BASE_URL is set.
 */
export function givenBaseUrl({ region, baseUrl }: Place, env: NodeJS.ProcessEnv): string | undefined {
  return baseUrl || (region ? undefined : env.FINAUTH_BASE_URL) || undefined;
}

/** Where a call goes, of which it is known that it goes somewhere. */
export function calledUrl(place: Place, env: NodeJS.ProcessEnv): URL {
  return new URL(givenBaseUrl(place, env) ?? servers[(place.region || env.FINAUTH_REGION) as Region].url);
}
