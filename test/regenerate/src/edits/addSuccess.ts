import { type Edit, EXAMPLES, FIELDS, insertUnder } from './edit.ts';

/** A second kind of success, which a test can ask the sandbox for. */
export const addSuccess: Edit = {
  what: 'a second success example',
  shows: ['A token that was renewed'],
  isApart: true,
  async apply(spec) {
    await insertUnder(spec, 'components/schemas/GetBizTokenResponse.yaml', FIELDS, field);
    await insertUnder(spec, 'components/responses/BizToken.yaml', EXAMPLES, first);
  },
};

const field = `  renewed:
    type: boolean
    description: Whether it takes the place of another.
`;

const first = `      first:
        summary: A token
        value:
          biz_token: 1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652
          time_used: 21
          request_id: 1800000000,9b1f4e60-73c8-4f0e-8a55-c0d2e6a1b394
      renewed:
        summary: A token that was renewed
        value:
          biz_token: 1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c653
          time_used: 22
          request_id: 1800000000,9b1f4e60-73c8-4f0e-8a55-c0d2e6a1b395
          renewed: true
`;
