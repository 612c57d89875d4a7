import { mint } from './call.js';

declare const console: { log(text: string): void };

console.log(await mint());
