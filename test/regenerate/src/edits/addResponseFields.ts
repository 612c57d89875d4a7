import { type Edit, FIELDS, insertUnder, replaceText } from './edit.ts';

/** Two more fields in an answer: one that is always there, and one that may be. */
export const addResponseFields: Edit = {
  what: 'a new optional and a new required response field',
  shows: ['scene_version', 'Which version of the scene the token is for.', 'scene_title'],
  exports: ['scene_version'],
  async apply(spec) {
    const schema = 'components/schemas/GetBizTokenResponse.yaml';
    await replaceText(spec, schema, /^required: \[/, 'required: [scene_version, ');
    await insertUnder(spec, schema, FIELDS, fields);
    await replaceText(spec, 'components/responses/BizToken.yaml', /^ {8}value:\n/, '$&          scene_version: 7\n');
  },
};

const fields = `  scene_version:
    type: integer
    description: Which version of the scene the token is for.
  scene_title:
    type: string
    description: The scene's title in the console, if it has one.
`;
