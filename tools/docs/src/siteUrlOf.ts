// A name that stands for no site (RFC 6761), for a build that is not going to be published.
const NOWHERE = 'https://finauth-sdk.example/';

/** The site's address from DOCS_SITE_URL, with a slash at its end. */
export function siteUrlOf(text: string | undefined): string {
  if (!text) return NOWHERE;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error(`DOCS_SITE_URL is ${text}, and has to be the whole address of the site, such as https://example.com/docs/.`);
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/*$/, '/')}`;
}
