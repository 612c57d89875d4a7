import { type Edit, insertBefore, replaceText } from './edit.ts';

/** Two more fields in an answer: one that is always there, and one that may be. */
export const addResponseFields: Edit = {
  what: 'a new optional and a new required response field',
  shows: ['scene_version', 'Which version of the scene the token is for.', 'scene_title'],
  async apply(spec) {
    const schema = 'components/schemas/GetBizTokenResponse.yaml';
    await replaceText(
      spec,
      schema,
      'required: [request_id, time_used, biz_token]',
      'required: [request_id, time_used, biz_token, scene_version]',
    );
    await insertBefore(spec, schema, '  biz_token:\n', fields);
    await insertBefore(spec, 'components/responses/BizToken.yaml', '          time_used: 21\n', '          scene_version: 7\n');
  },
};

const fields = `  scene_version:
    type: integer
    description: Which version of the scene the token is for.
  scene_title:
    type: string
    description: The scene's title in the console, if it has one.
`;
