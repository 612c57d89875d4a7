/** A Markdown table, its cells to the left; or, of figures, all but the first to the right. A cell may hold Markdown and HTML: line breaks and bars in it do no harm. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  holds: 'texts' | 'figures' = 'texts',
): string {
  const rule = header.map((_, column) => (holds === 'figures' && column > 0 ? '---:' : '---'));
  return [header, rule, ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}
