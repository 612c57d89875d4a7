import { header } from '../typescriptText.ts';
import type { Outputs } from '../files/outputs.ts';

/** An index that names each thing a package exports, so that a reader and a diff can see it. */
export function generateIndex(files: Outputs, sources: string[]): string {
  const lines = sources.map((source) => {
    const names = exportsOf(files.get(source)!);
    const list = names.map(({ name, isType }) => (isType ? `type ${name}` : name)).join(', ');
    return `export { ${list} } from './${source}';`;
  });
  return `${header}\n${lines.join('\n')}\n`;
}

function exportsOf(source: string): { name: string; isType: boolean }[] {
  return [...source.matchAll(/^export (?:declare )?(const|function|class|type|interface) (\w+)/gm)].map(([, kind, name]) => ({
    name: name!,
    isType: kind === 'type' || kind === 'interface',
  }));
}
