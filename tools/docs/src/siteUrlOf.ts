/** The site's address from DOCS_SITE_URL, with a slash at its end. Undefined where nobody has said it: then the site has nothing that only a whole address can say. */
export function siteUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error(`DOCS_SITE_URL is ${text}, and has to be the whole address of the site, such as https://example.com/docs/.`);
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/*$/, '/')}`;
}
