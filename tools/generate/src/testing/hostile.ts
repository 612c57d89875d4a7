import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Edit } from './editedSpecs.ts';

/** Text that ends whatever it may stand in, and goes on as code, as HTML, as a template or as a tag. */
export const HOSTILE =
  '*/ export const pwned = 1; /* ` ${globalThis.pwned = 1} </script><script>globalThis.pwned = 1</script><!-- --> <img src=x onerror="globalThis.pwned = 1"> \' " \\ \u2028 \u2029 {{pwned}} {{{pwned}}} <% pwned %> {@link pwned} // */ ;pwned( [x](https://example.com/"onclick="pwned())';

/** The same with line ends, after which a line may be a tag of TSDoc. */
export const HOSTILE_LINES = `${HOSTILE}\n@deprecated\n@internal\n*/\nexport const pwned = 2;\n`;

const LINES = new Set(['description', 'text', 'trust', 'meaning', 'remedy']);
const LINE = new Set(['summary', 'title']);

/** Edits that put hostile text behind every text of a spec that people read. */
export function hostileEdits(spec: string): Edit[] {
  const files = readdirSync(spec, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.yaml') && !/node_modules|workflows|redocly/.test(file),
  );
  return files.flatMap((file): Edit[] => {
    const text = readFileSync(join(spec, file), 'utf8');
    const document = parseDocument(text);
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string' || isMap(value)) return;
        const name = String(key.value);
        if (LINES.has(name)) value.value = `${value.value} ${HOSTILE_LINES}`;
        if (LINE.has(name)) value.value = `${value.value} ${HOSTILE}`;
      },
    });
    const edited = document.toString({ lineWidth: 0 });
    return edited === text ? [] : [[file.replaceAll('\\', '/'), text, edited]];
  });
}
