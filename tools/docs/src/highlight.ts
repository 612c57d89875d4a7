import type { Element } from 'hast';
import { toString } from 'mdast-util-to-string';
import { common, createLowlight } from 'lowlight';

const lowlight = createLowlight(common);

/** Code with its words marked by what they are, where its language is known. The colours are in static.css. */
export function highlight(code: Element): Element {
  const language = [code.properties['className']].flat().flatMap((name) => /^language-(.+)$/.exec(String(name))?.[1] ?? [])[0];
  if (!language || !lowlight.registered(language)) return code;
  return { ...code, children: lowlight.highlight(language, toString(code)).children as Element['children'] };
}
