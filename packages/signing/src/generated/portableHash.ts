// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

export { sha1 as portableHash } from '@noble/hashes/legacy.js';
