import { type Edit, FIELDS, insertUnder } from './edit.ts';

/** A file with a limit, and a text that may be longer than what the sandbox reads otherwise. Both may be left out. */
export const addFile: Edit = {
  what: 'a file with a limit, and a long text',
  shows: ['A photo of the user.'],
  apply: (spec) => insertUnder(spec, 'components/schemas/GetBizTokenRequest.yaml', FIELDS, fields),
};

const fields = `  photo:
    type: string
    format: binary
    x-maxBytes: 2000000
    description: A photo of the user.
  note:
    type: string
    x-maxBytes: 200000
    description: A note of your own.
`;
