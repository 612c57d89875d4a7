import type { IncomingMessage } from 'node:http';
import type { OwnHosts } from './ownHosts.ts';
import { printable } from '../form/printable.ts';

const SHOWN = 100;

/**
 * Why a request is not answered: it comes from another site's page in a browser, by what browsers say of each request, and pages cannot change. Undefined
 * for any other, such as those of servers, which say nothing of the kind. The page, which shows all calls, is for the sandbox's own hosts only.
 *
 * Forwarding headers do not count, since a page that DNS rebinding has made the sandbox's own could send any.
 */
export function explainForeign({ headers, socket }: IncomingMessage, isPage: boolean, own: OwnHosts): string | undefined {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  if (isPage && !own.has(host, socket)) {
    return `The request is for the host “${shown(host)}”, which is not one of the sandbox's own hosts. ${instead(host)}`;
  }
  if (origin !== undefined && !isOwnOrigin(origin, own, socket)) {
    return `The request comes from a page of another origin, “${shown(origin)}”. ${instead(origin.replace(/^https?:\/\//, ''))}`;
  }
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !(isPage && isVisit(headers))) {
    return `The request comes from a page of another site (Sec-Fetch-Site: ${shown(String(site))}). Call the sandbox from your server, or open its page by its address.`;
  }
  return undefined;
}

/** Somebody follows a link to the page. The page that has the link can read nothing of it. */
function isVisit(headers: IncomingMessage['headers']): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function isOwnOrigin(origin: string, own: OwnHosts, socket: IncomingMessage['socket']): boolean {
  const [, scheme, authority] = /^(https?):\/\/([^/]*)$/.exec(origin) ?? [];
  return authority !== undefined && own.has(authority, socket, scheme === 'https' ? 443 : 80);
}

function instead(host: string): string {
  return `Open the sandbox by localhost or its address, and call its API from your server. If “${shown(host)}” is a name of yours for the sandbox, start it with this host in allowedHosts (finauth sandbox --allowed-host).`;
}

function shown(text: string): string {
  return printable(text.slice(0, SHOWN));
}
