import { posix } from 'node:path';
import { isMap, isNode, isScalar, isSeq, type Node, type Pair, visit } from 'yaml';
import type { Path, Place } from '../problem.ts';
import type { Sources } from './readSources.ts';

interface At {
  file: string;
  node: unknown;
  /** Where to point: the key that led here, or the value itself in a list. */
  offset: number;
}

/** Where a part of the spec stands; with `isHere`, the place that refers to it, where it is in another file. Of what is missing, the nearest part around it that is there. */
export function locate(sources: Sources, path: Path, isHere = false): Place {
  let at = start(sources, 'openapi.yaml');
  for (const [index, step] of path.entries()) {
    // What stands beside a reference, or the reference itself, is not behind it.
    const next = child(at, step) ?? child(follow(sources, at), step);
    if (!next) {
      at = follow(sources, at);
      break;
    }
    at = isHere || index < path.length - 1 ? next : follow(sources, next);
  }
  const { line, col } = sources.files.get(at.file)!.lines.linePos(at.offset);
  return { file: `${sources.folder}/${at.file}`, line, column: col };
}

function start(sources: Sources, file: string): At {
  const node = sources.files.get(file)!.document.contents;
  return { file, node, offset: node?.range?.[0] ?? 0 };
}

function child({ file, node }: At, step: string | number): At | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step)) as Pair<Node, unknown> | undefined;
    return pair && { file, node: pair.value, offset: pair.key.range![0] };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { file, node: item, offset: item.range![0] } : undefined;
  }
  return undefined;
}

/** Goes where a `$ref` points, as long as it points into a file of the spec. Otherwise stays: Redocly tells of a reference that leads nowhere. */
function follow(sources: Sources, at: At, depth = 0): At {
  const ref = isMap(at.node) ? at.node.get('$ref') : undefined;
  if (typeof ref !== 'string' || depth > 20) return at;
  const [target = '', pointer = ''] = ref.split('#');
  const file = target === '' ? at.file : posix.join(posix.dirname(at.file), target);
  if (!sources.files.has(file)) return at;
  let found: At | undefined = start(sources, file);
  for (const step of pointer.split('/').slice(1)) {
    found = found && child(follow(sources, found, depth + 1), step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  if (!found) return at;
  return follow(sources, found, depth + 1);
}

/** The reference at which a chain of references comes back to itself, if there is one. A schema that holds itself is none: there is something on the way. */
export function circles(sources: Sources): Place[] {
  const places: Place[] = [];
  for (const [file, { document, lines }] of sources.files) {
    visit(document, {
      Map(_, node) {
        const seen = new Set<unknown>();
        for (
          let at: At | undefined = { file, node, offset: node.range![0] };
          at && isMap(at.node) && typeof at.node.get('$ref') === 'string';
        ) {
          if (seen.has(at.node)) {
            const { line, col } = lines.linePos(node.range![0]);
            places.push({ file: `${sources.folder}/${file}`, line, column: col });
            return;
          }
          seen.add(at.node);
          at = target(sources, at, String(at.node.get('$ref')));
        }
      },
    });
  }
  return places;
}

function target(sources: Sources, at: At, ref: string): At | undefined {
  const [path = '', pointer = ''] = ref.split('#');
  const file = path === '' ? at.file : posix.join(posix.dirname(at.file), path);
  if (!sources.files.has(file)) return undefined;
  let found: At | undefined = start(sources, file);
  for (const step of pointer.split('/').slice(1)) found = found && child(found, step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return found;
}
