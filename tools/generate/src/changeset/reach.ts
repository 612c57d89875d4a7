import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root as own } from '../folders.ts';
import { readJson } from '../readJson.ts';
import type { Change } from '../verdict/change.ts';

/** Which packages a change reaches, by their names in order: those whose users meet it. */
export type Reach = (change: Change) => string[];

type Package = 'client' | 'validator' | 'signing' | 'sandbox' | 'cli';

/** Reads which packages share a version, and which operations the command calls. */
export async function readReach(root: string): Promise<Reach> {
  const folders: Package[] = ['client', 'validator', 'signing', 'sandbox', 'cli'];
  const names = await Promise.all(
    folders.map(async (folder) => [folder, (await readJson<{ name: string }>(root, `packages/${folder}/package.json`)).name] as const),
  );
  const nameOf = Object.fromEntries(names) as Record<Package, string>;
  const { fixed } = await readJson<{ fixed: string[][] }>(root, '.changeset/config.json');
  const command = commandSource();
  const isCommands = ({ operation }: Change) => operation === undefined || [operation].flat().some((id) => command.includes(`.${id}(`));

  return (change) => {
    const hit = packagesHit(change, isCommands(change)).map((folder) => nameOf[folder]);
    return [...new Set([...hit, ...fixed.filter((group) => group.some((name) => hit.includes(name))).flat()])].sort();
  };
}

function packagesHit({ subject }: Change, isCommands: boolean): Package[] {
  switch (subject) {
    case 'region':
      // The sandbox has none.
      return ['client', 'signing', 'cli'];
    case 'name':
      return ['client', 'validator', 'signing'];
    case 'testId':
      return ['sandbox'];
    case 'words':
      return ['client', 'validator', 'signing', 'sandbox'];
    case 'operation':
    case 'field':
    case 'answer':
    case 'code':
    case 'reason':
    case 'result':
      return ['client', 'validator', 'signing', 'sandbox', ...(isCommands ? (['cli'] as const) : [])];
    default:
      return ['client', 'validator', 'signing', 'sandbox', 'cli'];
  }
}

/** The code of the command by hand, that calls some operations by their methods. */
function commandSource(): string {
  const folder = join(own, 'packages/cli/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}
