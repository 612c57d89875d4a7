// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

/**
 * How long a text may be, in bytes as UTF-8, or how large a file, by the operation's ID and the field. Of a field that may have many, each. A field
 * that is not here has no limit that is known.
 */
export const byteLimits = {
  getBizToken: {
    uuid: 128,
  },
  verify: {
    uuid: 128,
    image_ref1: 2097152,
  },
} as const;
