import { SpecError } from '@finauth-sdk/generate/specError';
import { findIn, replaceAt } from './markdownTree.ts';
import type { Routes } from './routes.ts';

/**
 * The text with its links made into addresses within the site: `reference:OPERATION_ID`, `error:CODE_OR_REASON`, `section:SLUG`,
 * `result:NAME`, `package:NAME#heading`, `N-guide.md#heading`, `#heading`.
 * `file` is where it stands in spec/, for a link that leads nowhere; `base` comes before each address.
 */
export function resolveLinks(markdown: string, file: string, routes: Routes, base = ''): string {
  const { links } = findIn(markdown);
  return replaceAt(markdown, links, ({ target, line }) => {
    const address = addressOf(target, file.split('/').at(-1)!, routes);
    if (address === undefined) throw new SpecError(`spec/${file}:${line}: the link ${target} leads to nothing. ${REMEDY}`);
    return /^[a-z]+:/.test(address) ? address : base + address;
  });
}

const REMEDY =
  'Link to reference:OPERATION_ID, error:CODE_OR_REASON, section:SLUG, result:NAME, package:NAME#heading, N-guide.md#heading, site:FILE (a file of the site), or an https: address.';

const PICTURE = /^(?:guides\/)?pictures\/[a-z-]+\.svg$/;

function addressOf(target: string, file: string, routes: Routes): string | undefined {
  const [, scheme, name] = /^(reference|error|section|result|package|site):(.+)$/.exec(target) ?? [];
  if (scheme === 'reference') return routes.operation(name!);
  if (scheme === 'error') return routes.error(name!);
  if (scheme === 'section') return routes.section(name!);
  if (scheme === 'result') return routes.result(name!);
  if (scheme === 'package') return routes.package(...(name!.split('#') as [string, string?]));
  if (scheme === 'site') return name;
  if (PICTURE.test(target)) return target.replace('guides/', '');
  if (/^(https:|mailto:)/.test(target)) return target;
  const [guide, heading] = target.split('#');
  return routes.guide(guide ? guide.replace(/^\.\//, '') : file, heading);
}
