// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

/** The ID of a region in which FinAuth runs. */
export type Region = 'sgp' | 'idn';

export interface Server {
  /** Scheme and host. Every path of the API is appended to it. */
  readonly url: string;
  /** The region's name in English. */
  readonly description: string;
}

/** FinAuth's servers by region. */
export const servers: Readonly<Record<Region, Server>> = {
  sgp: {
    url: 'https://api-sgp.yljz.com',
    description: 'Singapore',
  },
  idn: {
    url: 'https://api-idn.yljz.com',
    description: 'Indonesia',
  },
};
