import { signatureScheme } from '@finauth-sdk/client';
import type { Paint } from '../output/paint.ts';
import { span, timeInWords } from '../output/timeInWords.ts';
import type { Explanation } from './explainSign.ts';
import { mistakes } from './mistakes.ts';

const { parameters, randomMaxDigits, singleUseExpireTime } = signatureScheme;

/** An explanation for people, with neither the signature nor what one could be put together from. */
export function printExplanation(explanation: Explanation, nowMs: number, paint: Paint): string {
  const { fields, digest, found } = explanation;
  const rows: [string, string][] = [
    ['signature', `${explanation.length} characters, ${explanation.wellFormed ? 'well-formed' : 'not well-formed'}`],
    ['digest', digest === undefined ? 'none readable' : `${digest.length} bytes, beginning ${digestPrefix(digest)}`],
    [`API key (${parameters.apiKey})`, keyOf(explanation) ?? 'none'],
    [`made (${parameters.currentTime})`, time(fields.currentTime, explanation.currentTime, nowMs)],
    [
      `expires (${parameters.expireTime})`,
      explanation.singleUse ? `${singleUseExpireTime}: a single-use signature` : time(fields.expireTime, explanation.expireTime, nowMs),
    ],
    ['state', state(explanation, paint)],
    ['secret', secret(explanation, paint)],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const table = rows.map(([label, text]) => `${paint.faint(label.padEnd(width))}  ${text}`);
  const advice = found.flatMap(({ id, seen }) => [
    '',
    `${paint.bad('✗')} ${paint.strong(mistakes[id].title)} (${id}): ${seen}.`,
    `  ${mistakes[id].remedy}`,
  ]);
  return [
    ...table,
    ...(found.length === 0 ? ['', `${paint.good('✓')} It shows none of the known mistakes.`] : advice),
    ...comparison(explanation),
  ].join('\n');
}

/** An explanation for programs. */
export function explanationJson(explanation: Explanation, nowMs: number): Record<string, unknown> {
  const { length, wellFormed, digest, expireTime, currentTime, singleUse, expired, fitsSecret, found } = explanation;
  return {
    length,
    wellFormed,
    digestPrefix: digest === undefined ? undefined : digestPrefix(digest),
    apiKey: keyOf(explanation),
    currentTime,
    expireTime,
    singleUse,
    windowSeconds: expireTime !== undefined && currentTime !== undefined ? expireTime - currentTime : undefined,
    secondsLeft: expireTime === undefined ? undefined : expireTime - Math.floor(nowMs / 1000),
    expired,
    fitsSecret,
    mistakes: found.map(({ id, seen }) => ({ id, seen, ...mistakes[id] })),
  };
}

/** How to see each step to the signature that it should be, where nothing says what is wrong with the digest. */
function comparison({ found, fields, currentTime, expireTime, singleUse }: Explanation): string[] {
  const { random = '' } = fields;
  const isReadable =
    currentTime !== undefined && (singleUse || expireTime !== undefined) && new RegExp(`^\\d{1,${randomMaxDigits}}$`).test(random);
  if (!found.some(({ id }) => id === 'other-secret') || !isReadable) return [];
  const window = singleUse ? '--single-use' : `--window-seconds ${expireTime! - currentTime}`;
  return [
    '',
    '  To see each step of the correct signature, for the same times and random number:',
    `  $ finauth sign --at ${currentTime} ${window} --random ${random}`,
  ];
}

function time(text: string | undefined, seconds: number | undefined, nowMs: number): string {
  if (text === undefined) return 'none';
  return seconds === undefined ? 'not a time in whole seconds' : `${seconds}: ${timeInWords(seconds, nowMs)}`;
}

function state({ expired, singleUse, expireTime, currentTime, found }: Explanation, paint: Paint): string {
  // Of a signature that is cut off, the last time may be cut off too.
  if (found.some(({ id }) => id === 'missing-field')) return 'cannot be told';
  if (singleUse) return 'no expiry';
  if (expired === undefined) return 'cannot be told';
  const window =
    currentTime !== undefined && expireTime !== undefined && expireTime > currentTime
      ? `, valid for ${span(expireTime - currentTime)}`
      : '';
  return `${expired ? paint.doubtful('expired') : paint.good('not expired')}${window}`;
}

function secret({ fitsSecret, digest }: Explanation, paint: Paint): string {
  if (fitsSecret === undefined) return digest === undefined ? 'cannot be compared' : 'not compared: none given';
  return fitsSecret ? paint.good('the digest matches it') : paint.bad('the digest does not match it');
}

function digestPrefix(digest: Uint8Array): string {
  return Buffer.from(digest.subarray(0, 4)).toString('hex');
}

/** Not even a part of what may be the secret. */
function keyOf({ fields, found }: Explanation): string | undefined {
  if (!fields.apiKey) return undefined;
  return found.some(({ id }) => id === 'secret-in-signature') ? 'not shown' : masked(fields.apiKey);
}

/** A key with its middle left out: enough to tell one from another. */
function masked(key: string): string {
  const shown = key.length < 12 ? key.slice(0, 2) : key.slice(0, 4);
  const end = key.length < 12 ? '' : key.slice(-2);
  // A raw string that is wrong may hold anything here, line breaks and all.
  return `${`${shown}…${end}`.replaceAll(/[^\x20-\x7e…]/g, '?')} (${key.length} characters)`;
}
