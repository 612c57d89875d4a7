import { expect, it } from 'vitest';
import { publicCommand } from './publicCommand.ts';
import { published, snapshot } from './published.ts';

const commands = published.flatMap(({ folder, directory, manifest }) =>
  Object.entries((manifest['bin'] ?? {}) as Record<string, string>).map(([name, bin]) => ({ name, folder, directory, bin })),
);

it.each(commands)(
  'what $name offers is what its snapshot says; if it is to change, `npm run snapshots`',
  async ({ folder, directory, bin }) => {
    await expect(publicCommand(directory, bin)).toMatchFileSnapshot(snapshot(`${folder}.api.txt`));
  },
);
