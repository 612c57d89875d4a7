import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { operationsOf, type Contract } from '../contract/contract.ts';

const LINK = /\]\(\s*<?(?<target>[^)\s>]+)/g;
const CODE = /```[^]*?```|`[^`\n]*`/g;

export const WHERE_LINKS_LEAD =
  'Link to error:CODE, reference:OPERATION_ID, result:NAME, section:NAME, a guide by its file, guides/pictures/NAME.svg, or an https: address.';

/** The links of a text in Markdown that are not code. */
export function linksIn(markdown: string): { target: string; index: number }[] {
  const prose = markdown.replaceAll(CODE, (code) => code.replaceAll(/[^\n]/g, ' '));
  return [...prose.matchAll(LINK)].map(({ index, groups }) => ({ target: groups!.target!, index }));
}

/** Tells whether a link of a text or a guide leads somewhere. Whether a page has the anchor is the docs' to check. */
export async function readTargets(specDirectory: string, contract: Contract): Promise<(target: string) => boolean> {
  const entries = await readdir(join(specDirectory, 'guides'), { recursive: true }).catch(() => [] as string[]);
  const guides = entries.map((file) => file.replaceAll('\\', '/'));
  const known = {
    error: errorNames(contract, guides),
    reference: operationsOf(contract).map(({ operation }) => operation.operationId),
    result: Object.keys(contract['x-results'].results),
  };
  return (target) => {
    const [, kind, name] = /^(error|reference|result):(.*)$/.exec(target) ?? [];
    if (kind !== undefined) return known[kind as keyof typeof known].includes(name!);
    if (/^(?:https:|mailto:|section:|package:|site:|#)/.test(target)) return true;
    return guides.includes(target.replace(/^(?:\.\/|guides\/)/, '').split('#')[0]!);
  };
}

/** What a link to an error may name. Each error of the SDK's own has a guide. */
function errorNames({ 'x-error-model': { codes, gateways } }: Contract, guides: string[]): string[] {
  return [
    ...guides.flatMap((file) => /^sdk-errors\/(.+)\.md$/.exec(file)?.[1] ?? []),
    ...Object.entries(codes).flatMap(([code, { reasons = {} }]) => [code, ...Object.keys(reasons)]),
    'unlisted',
    ...Object.keys(gateways),
  ];
}
