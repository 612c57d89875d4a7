import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isScalar, visit } from 'yaml';
import type { Contract } from '../contract/contract.ts';
import { linkNames, type LinkKind } from './checkGuides.ts';
import type { LocatedProblem } from '../problem.ts';
import type { Sources } from './readSources.ts';

// What readers get as Markdown.
const TEXTS = new Set(['description', 'meaning', 'remedy', 'trust', 'text']);
const LINK = /\]\(\s*<?([^)\s>]+)/g;
const MARK = /<!-- sample: ([^\s#]+)(?:#\S+)? -->/g;

/** Whether the links in the spec's texts lead somewhere. Whoever takes an error or an operation away learns of it here, and not from the docs. */
export async function checkLinks(specDirectory: string, contract: Contract, { folder, files }: Sources): Promise<LocatedProblem[]> {
  const guides = (await readdir(join(specDirectory, 'guides'), { recursive: true }).catch(() => [] as string[])).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const known = linkNames(contract, guides);
  const leads = (target: string): boolean => {
    const [, kind, name] = /^(error|reference|result):(.*)$/.exec(target) ?? [];
    if (kind !== undefined) return known[kind as LinkKind].includes(name!);
    return (
      /^(?:https:|mailto:|section:|package:|site:|#)/.test(target) ||
      guides.includes(target.replace(/^(?:\.\/|guides\/)/, '').split('#')[0]!)
    );
  };
  const found: (LocatedProblem & { sample?: string })[] = [];
  for (const [file, { document, lines }] of files) {
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !TEXTS.has(String(key.value)) || !isScalar(value) || typeof value.value !== 'string') return;
        const { line, col: column } = lines.linePos(value.range![0]);
        const place = { file: `${folder}/${file}`, line, column };
        for (const [, target] of withoutCode(value.value).matchAll(LINK)) {
          if (leads(target!)) continue;
          const remedy =
            'Link to error:CODE, reference:OPERATION_ID, result:NAME, section:NAME, a guide by its file, guides/pictures/NAME.svg, or an https: address.';
          found.push({ ...place, says: `The link ${target} leads to nothing.`, remedy });
        }
        for (const [, sample] of value.value.matchAll(MARK)) {
          const remedy = 'Correct the name, add the file, or take the line out.';
          found.push({ ...place, says: `There is no sample spec/samples/${sample}.`, remedy, sample: sample! });
        }
      },
    });
  }
  const there = await Promise.all(
    found.map(({ sample }) =>
      sample === undefined
        ? false
        : access(join(specDirectory, 'samples', sample)).then(
            () => true,
            () => false,
          ),
    ),
  );
  return found.filter((_, index) => !there[index]).map(({ file, line, column, says, remedy }) => ({ file, line, column, says, remedy }));
}

function withoutCode(markdown: string): string {
  return markdown.replaceAll(/```[^]*?```|`[^`\n]*`/g, '');
}
