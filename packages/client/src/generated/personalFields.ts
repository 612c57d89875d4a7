// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

/** The fields that hold data of a person, by the operation's ID: those of what a caller gives, and those of the answer. No log should have them. */
export const personalFields = {
  verify: {
    request: ['image_ref1', 'idcard_name', 'idcard_number'],
    answer: ['verification', 'images'],
  },
} as const;
