import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotBeMade, type Edit, replaceText } from './edit.ts';

/** A schema under another name. */
export const renameSchema: Edit = {
  what: 'a schema with another name',
  shows: [],
  isApart: true,
  async apply(spec) {
    const from = join(spec, 'components/schemas/GetBizTokenResponse.yaml');
    const schema = await readFile(from).catch(() => undefined);
    if (schema === undefined) throw new CannotBeMade('there is no schema GetBizTokenResponse');
    await writeFile(join(spec, 'components/schemas/BizTokenAnswer.yaml'), schema);
    await rm(from);
    await replaceText(spec, 'components/responses/BizToken.yaml', 'GetBizTokenResponse.yaml', 'BizTokenAnswer.yaml');
  },
};
