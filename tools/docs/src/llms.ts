import type { Contract } from '@finauth-sdk/generate/contract';
import { summaryOf } from './summaryOf.ts';
import type { TextPage } from './textPages.ts';

/** `llms.txt`: what the site holds, a line for each page, as llmstxt.org has it. `base` comes before each address. */
export function llmsIndex(contract: Contract, pages: TextPage[], base: string): string {
  const list = (group: string) =>
    pages.filter((page) => page.group === group).map(({ title, path, summary }) => `- [${title}](${base}${path}): ${summary}`);
  const parts: [string, string[]][] = [
    ['Guides', list('Guides')],
    ['Reference', list('Reference')],
    ['Packages', list('Packages')],
    ['Errors', list('Errors')],
    ['Errors of the SDK', list('Errors of the SDK')],
    [
      'Optional',
      [
        `- [All of it](${base}llms-full.txt): every guide and the whole reference as one text.`,
        `- [openapi.yaml](${base}openapi.yaml): the API's OpenAPI description; [openapi.json](${base}openapi.json) is the same.`,
        `- [TypeScript API](${base}api/index.html): every export of the hand-written packages.`,
      ],
    ],
  ];
  return (
    [heading(contract), ...parts.filter(([, lines]) => lines.length > 0).map(([name, lines]) => `## ${name}\n\n${lines.join('\n')}`)].join(
      '\n\n',
    ) + '\n'
  );
}

/** `llms-full.txt`: every page, one after the other, behind the spec's introduction. The errors are parts of a page already. */
export function llmsFull(contract: Contract, intro: string, pages: TextPage[]): string {
  return `${[heading(contract), intro, ...pages.filter(({ group }) => group !== 'Errors').map(({ text }) => text.trim())].join('\n\n')}\n`;
}

function heading(contract: Contract): string {
  return `# ${contract.info.title}\n\n> ${summaryOf(contract)}`;
}
