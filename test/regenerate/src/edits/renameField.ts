import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotBeMade, type Edit } from './edit.ts';

const [from, to] = ['liveness_id', 'scene_reference'] as const;

/** A field of the request gets another name; its meaning, type and place are as they were. */
export const renameField: Edit = {
  what: 'a field with another name',
  shows: [],
  isApart: true,
  renames: [[from, to]],
  async apply(spec) {
    for (const file of ['components/schemas/GetBizTokenRequest.yaml', 'paths/get_biz_token.yaml']) {
      const text = await readFile(join(spec, file), 'utf8');
      if (!text.includes(from)) throw new CannotBeMade(`spec/${file} does not hold ${from}`);
      await writeFile(join(spec, file), text.replaceAll(from, to));
    }
  },
};
