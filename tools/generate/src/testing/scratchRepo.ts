import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { documents, folders, root } from '../folders.ts';
import { apply, compare, readAll } from '../files/outputs.ts';
import { run } from '../run.ts';
import { testSpec } from './testSpec.ts';

export interface ScratchRepo {
  root: string;
  /** Changes the first place in a file that fits. Throws where there is none, or where nothing changes: the test is then no longer one. */
  edit: (file: string, from: string | RegExp, to: string) => void;
  read: (file: string) => string;
  write: (file: string, text: string) => void;
  /** `npm run generate` with these arguments. */
  generate: (...args: string[]) => Promise<{ exitCode: number; output: string }>;
  /** What `git status --short` would show, in the order of the files. By bytes and not by git, which a machine may not have. */
  status: () => Promise<string[]>;
  /** Makes what is there now what `reset` goes back to. */
  commit: () => Promise<void>;
  /** Takes back every edit. */
  reset: () => Promise<void>;
  remove: () => void;
}

/** What a generation reads and writes: the spec of the tests, what was made of ours, and documents that hold two samples. */
export async function scratchRepo(): Promise<ScratchRepo> {
  const scratch = mkdtempSync(join(tmpdir(), 'finauth-repo-'));
  const packages = [...new Set([...folders, 'packages/cli'].map((folder) => folder.split('/').slice(0, 2).join('/')))].map(
    (path) => `${path}/package.json`,
  );
  cpSync(testSpec, join(scratch, 'spec'), { recursive: true });
  for (const path of ['.changeset', 'pnpm-lock.yaml', ...packages, ...folders])
    cpSync(join(root, path), join(scratch, path), { recursive: true });
  const samples = ['sdk.ts', 'errors.ts'].map((file) => {
    return `<!-- sample: ${file} -->\n\n\`\`\`ts\n${readFileSync(join(testSpec, 'samples', file), 'utf8').trimEnd()}\n\`\`\`\n`;
  });
  for (const path of documents) {
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    writeFileSync(join(scratch, path), `# A document\n\n${samples.join('\n')}`);
  }
  const all = ['.changeset', 'packages', 'spec', 'README.md'];
  let before = await readAll(scratch, all);
  const read = (file: string) => readFileSync(join(scratch, file), 'utf8');
  const write = (file: string, text: string) => writeFileSync(join(scratch, file), text);
  return {
    root: scratch,
    read,
    write,
    edit(file, from, to) {
      const text = read(file);
      const edited = text.replace(from, to);
      if (edited === text) throw new Error(`${file} does not hold ${String(from)}: change the test.`);
      write(file, edited);
    },
    async generate(...args) {
      const lines: string[] = [];
      const say = (text: string) => lines.push(text);
      const exitCode = await run(scratch, args, { print: say, complain: say });
      return { exitCode, output: lines.join('\n') };
    },
    async status() {
      const { added, changed, removed } = await compare(scratch, all, before);
      // Seen from before: what compare would add is gone, and what it would remove has come.
      const rows = [...added.map((path) => ` D ${path}`), ...changed.map((path) => ` M ${path}`), ...removed.map((path) => `?? ${path}`)];
      return rows.sort((a, b) => (a.slice(3) < b.slice(3) ? -1 : 1));
    },
    async commit() {
      before = await readAll(scratch, all);
    },
    async reset() {
      await apply(scratch, all, before);
    },
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}
