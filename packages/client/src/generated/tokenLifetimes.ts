// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

/** How long a token is good for unless FinAuth has set another time for the account, in seconds, by the operation's ID and the field. */
export const tokenLifetimes = {
  getBizToken: {
    biz_token: 3600,
  },
} as const;
