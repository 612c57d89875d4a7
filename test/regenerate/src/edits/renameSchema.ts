import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Edit, replaceText } from './edit.ts';

/** A schema under another name. */
export const renameSchema: Edit = {
  what: 'a schema with another name',
  shows: [],
  isUntestable: true,
  async apply(spec) {
    const from = join(spec, 'components/schemas/GetBizTokenResponse.yaml');
    await writeFile(join(spec, 'components/schemas/BizTokenAnswer.yaml'), await readFile(from));
    await rm(from);
    await replaceText(spec, 'components/responses/BizToken.yaml', 'GetBizTokenResponse.yaml', 'BizTokenAnswer.yaml');
  },
};
