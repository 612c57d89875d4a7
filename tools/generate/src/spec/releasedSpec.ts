import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { Contract } from '../contract/contract.ts';
import { apply, type Drift } from '../files/outputs.ts';
import { checkExtensions } from '../wrongSpec/checkExtensions.ts';
import { checkIds } from '../wrongSpec/checkOperations.ts';
import { checkServers } from '../wrongSpec/checkServers.ts';
import type { Path } from '../problem.ts';
import { readText } from '../wrongSpec/readText.ts';
import { refuse } from '../wrongSpec/refuse.ts';

const FOLDER = 'spec/released';
const FILE = `${FOLDER}/openapi.json`;

/**
 * The spec that the last release was made of, bundled. Before the first release it is the spec that the waiting changesets speak of, so that what comes on top
 * is judged from the beginning. Nothing where there is no such file: then there is nothing that a change could break.
 */
export async function readReleased(root: string): Promise<Contract | undefined> {
  if (
    await access(join(root, FILE)).then(
      () => false,
      () => true,
    )
  )
    return undefined;
  const { text, problem } = await readText(join(root, FILE), FILE);
  if (problem) return refuse([{ ...problem, remedy: REMEDY }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'json', lineCounter: lines, prettyErrors: false });
  const wrong = (offset: number, says: string) => {
    const { line, col: column } = lines.linePos(offset);
    return refuse([{ file: FILE, line, column, says, remedy: REMEDY }]);
  };
  let contract: Contract;
  try {
    contract = JSON.parse(text) as Contract;
  } catch (error) {
    // JSON.parse tells the place in words that differ; the YAML parser, which reads JSON too, tells it.
    const at = document.errors[0]?.pos[0] ?? Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    return wrong(Math.min(at, text.length), 'The spec of the last release is not JSON.');
  }
  if (!isMap(document.contents)) return wrong(0, 'The spec of the last release is not a map.');
  const missing = ['info', 'paths', 'servers', 'components'].find(
    (key) => typeof (contract as unknown as Record<string, unknown>)[key] !== 'object',
  );
  if (missing !== undefined) return wrong(0, `The spec of the last release has no ${missing}.`);
  const [problemOfIts] = [...checkExtensions(contract, LATER), ...checkServers(contract), ...checkIds(contract)];
  if (problemOfIts)
    return wrong(
      offsetOf(document, problemOfIts.path),
      `The spec of the last release is not one that was ever right: ${problemOfIts.says}`,
    );
  return contract;
}

/** What a spec did not have at first. */
const LATER = ['x-results'];

const REMEDY = `Put back what git has of it (\`git checkout ${FILE}\`): a release writes it, and nobody edits it.`;

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Puts a spec in the place of the last release's. */
export function writeReleased(root: string, contract: Contract): Promise<Drift> {
  return apply(root, [FOLDER], new Map([[FILE, `${JSON.stringify(contract, null, 2)}\n`]]));
}
