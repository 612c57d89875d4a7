/** The path of pnpm's program, fetched when it is first asked for and checked against the hash in tools/pnpm.json. */
export function findPnpm(): string;
