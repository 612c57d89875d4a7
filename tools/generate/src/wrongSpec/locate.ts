import { posix } from 'node:path';
import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Path, Place } from './problem.ts';
import type { Sources } from './readSources.ts';

interface At {
  file: string;
  node: unknown;
  /** Where to point: the key that led here, or the value itself in a list. */
  offset: number;
}

/** Where a part of the spec stands. Of what is missing, the nearest part around it that is there. */
export function locate(sources: Sources, path: Path): Place {
  let at = follow(sources, start(sources, 'openapi.yaml'));
  for (const step of path) {
    const next = child(at, step);
    if (!next) break;
    at = follow(sources, next);
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
