import { type Region, servers } from '@finauth-sdk/client';
import { givenBaseUrl, type Place } from '../input/givenBaseUrl.ts';
import { failed, type Outcome, passed, warned } from './check.ts';
import type { Findings } from './findings.ts';

/** Whether it is known where to call, by the same rules as a call has. */
export function checkRegion(findings: Findings, options: Place): Outcome {
  const region = options.region ?? findings.env.FINAUTH_REGION;
  const given = givenBaseUrl(options, findings.env);
  const known = Object.keys(servers);
  if (region && !Object.hasOwn(servers, region)) return failed('FINAUTH_REGION is not a region', `Set it to one of ${known.join(', ')}.`);
  if (!region && !given)
    return failed(
      'no region is set',
      `Pass --region, or set FINAUTH_REGION, to one of ${known.join(', ')}: the one that your account is in.`,
    );
  const text = given || servers[region as Region].url;
  if (!URL.canParse(text)) return failed('the base URL is not a URL', 'Use only scheme and host, such as https://host.');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    return failed(
      'the base URL contains too much',
      'Use https:, a host and, behind your own proxy, a path: no user, password, query or fragment.',
    );
  }
  findings.url = url;
  if (url.pathname !== '/')
    return warned(`${url.host}, with a path after it`, "The base URL is the region's host alone, unless your own proxy needs a path.");
  return passed(given ? `${url.origin}, given as the base URL` : `${region}: ${servers[region as Region].description}, ${url.host}`);
}
