import { markdownTable } from '../../../tools/markdownTable.ts';
import type { Consumer } from './consumer.ts';

const BEGIN = '<!-- made from the table of test/registry by `npm run snapshots` -->';
const END = '<!-- end -->';

/** SUPPORT's text with what is tried, as the rows say. */
export function withSupportTable(text: string, consumers: readonly Consumer[]): string {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END, from);
  if (from === -1 || to === -1) throw new Error(`SUPPORT.md has no place for the table: ${BEGIN} … ${END}`);
  return `${text.slice(0, from)}${BEGIN}\n\n${supportTable(consumers)}\n\n${text.slice(to)}`;
}

function supportTable(consumers: readonly Consumer[]): string {
  const tools = [...new Set(consumers.map(({ tool }) => tool))];
  const rows = tools.map((tool) => {
    const rowsOfIt = consumers.filter((consumer) => consumer.tool === tool);
    const [versions, ways] = (['version', 'how'] as const).map((field) => [...new Set(rowsOfIt.map((consumer) => consumer[field]))]);
    return [tool, versions!.join(', '), ways!.join('; '), whenTested(rowsOfIt)];
  });
  return markdownTable(['With', 'Versions', 'How', 'Tested'], rows);
}

function whenTested(rows: readonly Consumer[]): string {
  const slow = rows.filter((consumer) => consumer.slow === true).length;
  if (slow === 0) return 'on every change';
  return slow === rows.length ? 'by the job `whole`' : `${rows.length - slow} of ${rows.length} on every change, all by the job \`whole\``;
}
