/** Rows of two columns, to be read. */
export function showTable(rows: readonly (readonly [name: string, result: string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, result]) => `  ${name.padEnd(width)}  ${result}`).join('\n');
}
