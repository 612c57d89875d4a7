import { isAlias, isMap, isScalar, visit, type Node } from 'yaml';
import { extensions } from '../contract/schemas/keywords.ts';
import type { LocatedProblem } from '../problem.ts';
import type { Source, Sources } from './readSources.ts';
import { posix } from 'node:path';

/** Whether the files say what they mean to: extensions that are spelled right, references that stay within the spec, nothing that is written once and meant elsewhere. */
export function checkText({ folder, files }: Sources): LocatedProblem[] {
  return [...files].flatMap(([file, source]) => checkFile(`${folder}/${file}`, file, source));
}

/** Whether the root says that it is OpenAPI 3.1, which all else takes for granted. */
export function checkVersion({ folder, files }: Sources): LocatedProblem[] {
  const { document, lines } = files.get('openapi.yaml')!;
  const version = isMap(document.contents) ? document.contents.get('openapi', true) : undefined;
  if (isScalar(version) && /^3\.1\.\d+$/.test(String(version.value))) return [];
  const { line, col } = lines.linePos((isScalar(version) && version.range?.[0]) || 0);
  const says = isScalar(version) ? `This is OpenAPI ${String(version.value)}.` : 'The file does not say which OpenAPI it is.';
  return [
    { file: `${folder}/openapi.yaml`, line, column: col, says, remedy: 'Write `openapi: 3.1.0` at its top: the generator reads no other.' },
  ];
}

// Control characters but for tab and line ends, halves of characters, and what turns the direction of reading.
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;

function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function checkFile(name: string, file: string, { document, lines }: Source): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  const add = (node: Node, says: string, remedy: string) => {
    const { line, col } = lines.linePos(node.range![0]);
    problems.push({ file: name, line, column: col, says, remedy });
  };
  const checkNode = (node: Node): void => {
    if (isAlias(node))
      add(node, `*${node.source} stands for what is written elsewhere.`, 'Write it out, or make a file of it and refer to that by $ref.');
    else if ((node as { anchor?: string }).anchor !== undefined)
      add(
        node,
        `The anchor &${(node as { anchor?: string }).anchor} is not followed.`,
        'Take it out. What is used twice is a file that $ref leads to.',
      );
    else if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:'))
      add(node, `The tag ${node.tag} is unknown.`, 'Take it out.');
  };
  visit(document, {
    Alias: (_, node) => checkNode(node),
    Scalar(_, node) {
      checkNode(node);
      const unseen = typeof node.value === 'string' ? UNSEEN.exec(node.value)?.[0] : undefined;
      if (unseen !== undefined)
        add(
          node,
          `This holds the control character ${codePointOf(unseen)}.`,
          'Take it out: nobody sees it, and it can change what others read.',
        );
      if (typeof node.value === 'number' && Number.isInteger(node.value) && !Number.isSafeInteger(node.value))
        add(
          node,
          `${node.source ?? node.value} is too large: JavaScript would round it.`,
          'Write a number up to 9007199254740991, or describe the value as text.',
        );
    },
    Seq: (_, node) => checkNode(node),
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      const text = String(key.value);
      if (text === '<<') add(key, 'A merge key is not followed.', 'Write the keys out, or refer to a file by $ref.');
      if (text === '$ref' && isScalar(value)) {
        const complaint = complaintOnRef(file, value.value);
        if (complaint) add(value, complaint, 'Refer to a file of the spec by its path from here.');
      }
      // What every object inherits: a program, and a validator, would find it where nobody has sent it.
      if (text === 'properties' && isMap(value)) {
        for (const { key: name } of value.items)
          if (isScalar(name) && String(name.value) in Object.prototype && name.value !== '__proto__')
            add(
              name as Node,
              `${String(name.value)} cannot be the name of a field: every object of JavaScript has it.`,
              'Leave it out of the spec, and read it by hand if it is needed.',
            );
      }
      // Redocly would fetch it.
      if (text === 'externalValue' && isScalar(value))
        add(key, 'The value of an example is elsewhere.', 'Write `value`, and the value here: nothing is fetched.');
      const meant = text.startsWith('x-') && !extensions.includes(text) ? extensions.find((known) => isNear(text, known)) : undefined;
      if (meant !== undefined)
        add(key, `${text} is read by nothing.`, `Write ${meant}, if that is meant; or give it another name, which is not so near.`);
    },
    Map(_, map) {
      checkNode(map);
      for (const { key } of map.items) {
        if (isScalar(key) && key.value === '__proto__')
          add(key as Node, '__proto__ cannot be a name.', 'Rename it: to JavaScript it is not a key like others.');
        else if (!isScalar(key) || isMap(key)) add(map, 'A key here is no text.', 'Write a text before each colon.');
      }
    },
  });
  return problems;
}

function complaintOnRef(file: string, ref: unknown): string | undefined {
  if (typeof ref !== 'string' || ref === '') return 'A $ref leads to nothing.';
  if (/^[A-Za-z][\w+.-]*:|^\/\/|^\\/.test(ref)) return `${ref} lies outside of the spec.`;
  const [target = ''] = ref.split('#');
  if (target.startsWith('/')) return `${ref} is a path of this machine.`;
  if (posix.normalize(posix.join(posix.dirname(file), target)).startsWith('..')) return `${ref} lies outside of the spec.`;
  return undefined;
}

/** Whether one is a slip of the other: other capitals or hyphens, or one letter or two. */
function isNear(text: string, known: string): boolean {
  const plain = (name: string) => name.slice(2).toLowerCase().replaceAll(/[-_]/g, '');
  const [a, b] = [plain(text), plain(known)];
  return a === b || (Math.min(a.length, b.length) > 4 && distance(a, b) <= 2);
}

/** How many letters one has to add, take out or replace to make one text of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
