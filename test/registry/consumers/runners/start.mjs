import { mint } from './mint.mjs';

console.log(await mint());
