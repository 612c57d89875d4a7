import { mint } from './call.js';
import signing = require('@finauth-sdk/signing');

declare const console: { log(text: string): void };

void mint().then((token) => console.log(signing.FinAuthError === undefined ? '' : token));
