/** Changes of one line that need no test. */
export interface Reason {
  /** From the package's folder. */
  readonly file: string;
  /** The line, without its indentation. */
  readonly code: string;
  /** As `npm run mutate` prints them: the kind of change, the code that was there, and what is put in its place. */
  readonly changes: readonly string[];
  readonly why: string;
}

/** By package. `npm run mutate` prints each change that no test notices and that is not here. */
export const reasons: Readonly<Record<string, readonly Reason[]>> = {
  validator: [
    {
      file: 'src/codePoints.ts',
      code: 'for (let index = 1; index < text.length; index++) if (isSecondHalf(text, index)) count--;',
      changes: ['EqualityOperator: index < text.length → index <= text.length'],
      why: 'Past the end of a string there is no low surrogate.',
    },
  ],
  signing: [
    {
      file: 'src/signature/base64.ts',
      code: '} catch {',
      changes: ['BlockStatement: { return undefined; } → {}'],
      why: 'A function without a return returns undefined too.',
    },
    {
      file: 'src/signature/createSigner.ts',
      code: 'refuseBrowser(options.dangerouslyAllowBrowser);',
      changes: ['CallExpression: refuseBrowser(options.dangerouslyAllowBrowser); → ;'],
      why: 'Only a browser shows it: test/browser and test/runtimes run one.',
    },
    {
      file: 'src/signature/createSigner.ts',
      code: 'if (currentTime !== signedAt) startSecond(currentTime);',
      changes: ['ConditionalExpression: currentTime !== signedAt → true'],
      why: 'The signature is the same, only slower to compute.',
    },
    {
      file: 'src/signature/createSigner.ts',
      code: 'if (end !== signed.length) {',
      changes: ['ConditionalExpression: end !== signed.length → true'],
      why: 'The signature is the same, only slower to compute.',
    },
    {
      file: 'src/signature/cryptography/nodeCryptography.ts',
      code: 'if (inner.length !== BLOCK_BYTES + message.length) {',
      changes: ['ConditionalExpression: inner.length !== BLOCK_BYTES + message.length → true'],
      why: 'The digest is the same, only slower to compute.',
    },
    {
      file: 'src/signature/verifySign.ts',
      code: '} catch (error) {',
      changes: ['BlockStatement: { if (error instanceof FinAuthInputError) return undefined; throw error; } → {}'],
      why: 'inspectSign throws nothing but a FinAuthInputError, and a function without a return returns undefined too.',
    },
    {
      file: 'src/signature/verifySign.ts',
      code: 'if (error instanceof FinAuthInputError) return undefined;',
      changes: ['ConditionalExpression: error instanceof FinAuthInputError → true'],
      why: 'inspectSign throws nothing else: the condition keeps an internal error from being reported as a wrong signature.',
    },
    {
      file: 'src/signature/verifySign.ts',
      code: 'for (let index = 0; index < left.length; index++) difference |= left[index]! ^ right[index]!;',
      changes: ['EqualityOperator: index < left.length → index <= left.length'],
      why: 'Past the end both bytes are undefined, and `undefined ^ undefined` is 0.',
    },
    {
      file: 'src/signature/writeDecimal.ts',
      code: 'const low = number - high * HALF;',
      changes: ['ArithmeticOperator: number - high * HALF → number + high * HALF'],
      why: 'Only its last five digits are written, and they are the same.',
    },
  ],
  sandbox: [
    {
      file: 'src/judge/judgeOnDemand.ts',
      code: 'const scenario = name === undefined ? undefined : answersOf(route!)[name];',
      changes: ['ConditionalExpression: name === undefined → false'],
      why: 'No response has the name “undefined”: only the compiler needs the condition.',
    },
    {
      file: 'src/judge/judgeSignature.ts',
      code: 'if (before !== undefined) call.signSeenAt = before;',
      changes: ['ConditionalExpression: before !== undefined → true'],
      why: 'A property that is undefined reads like one that is missing: only the compiler needs the condition.',
    },
    {
      file: 'src/judge/judgeToken.ts',
      code: 'if (token.outcome === undefined && answers.unfinished !== undefined) {',
      changes: ['ConditionalExpression: answers.unfinished !== undefined → true'],
      why: 'No response has the name “undefined”, and no state is looked at after this one: only the compiler needs the condition.',
    },
    {
      file: 'src/signature/readSign.ts',
      code: '} catch {',
      changes: ['BlockStatement: { return undefined; } → {}'],
      why: 'A function without a return returns undefined too.',
    },
  ],
  server: [
    {
      file: 'src/createMetrics.ts',
      code: 'if (start !== undefined && begun.delete(event.callId)) {',
      changes: ['ConditionalExpression: start !== undefined → true'],
      why: '`delete` returns false for a call that has no start: only the compiler needs the condition.',
    },
    {
      file: 'src/createTokenHandler.ts',
      code: 'tell(() => onToken?.({ requestId: request_id }, request));',
      changes: ['OptionalChaining: onToken?.({ requestId: request_id }, request) → onToken({ requestId: request_id }, request)'],
      why: '`tell` swallows every error, including the TypeError of calling undefined.',
    },
    {
      file: 'src/createTokenHandler.ts',
      code: 'return JSON.stringify(Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1)));',
      changes: ['EqualityOperator: a < b → a <= b', 'EqualityOperator: a < b → a >= b'],
      why: 'Names are unique, and any order will do if it is always the same.',
    },
  ],
  cli: [
    {
      file: 'src/explain/decodeText.ts',
      code: 'const match = /^([^=]+=+)([^=].*)/.exec(base64);',
      changes: ['Regex: /^([^=]+=+)([^=].*)/ → /([^=]+=+)([^=].*)/'],
      why: 'A leading "=" has been removed, so the match begins at the start.',
    },
    {
      file: 'src/explain/decodeText.ts',
      code: "const bare = base64.replace(/(?<!=)=+$/, '');",
      changes: ['Regex: /(?<!=)=+$/ → /(?<!=)=+/'],
      why: 'Any other "=" has been dealt with, so the first ones are at the end.',
    },
    {
      file: 'src/explain/decodeText.ts',
      code: "return first >= 0 && /&\\w+=/.test(text.slice(first)) && splitRaw(Buffer.from(text, 'utf8')) !== undefined;",
      changes: ['ConditionalExpression: first >= 0 → true'],
      why: 'Without the condition, the last character alone would be looked at, which is too short for a field.',
    },
    {
      file: 'src/explain/explainSign.ts',
      code: 'const verdict = verifySign(text, secret, { now: () => nowMs });',
      changes: ['ObjectLiteral: { now: () => nowMs } → {}', 'ArrowFunction: () => nowMs → () => undefined'],
      why: 'An expired signature fits too, so the time makes no difference.',
    },
    {
      file: 'src/explain/explainSign.ts',
      code: 'return text !== undefined && /^\\d{1,11}$/.test(text) ? Number(text) : undefined;',
      changes: ['ConditionalExpression: text !== undefined → true'],
      why: 'The text “undefined” does not match the pattern: only the compiler needs the condition.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'const whole = last === undefined ? fields : { ...fields, [last]: undefined };',
      changes: ['ConditionalExpression: last === undefined → false'],
      why: 'No property with the name “undefined” is read: only the compiler needs the condition.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'const isAbsolute = (time: number | undefined): time is number => time !== undefined && time >= EARLIEST;',
      changes: ['ConditionalExpression: time !== undefined → true'],
      why: 'Comparing undefined with a number is always false: only the compiler needs the condition.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'if (expire !== undefined && expire !== singleUseExpireTime && expire < EARLIEST) {',
      changes: ['ConditionalExpression: expire !== undefined → true'],
      why: 'Comparing undefined with a number is always false: only the compiler needs the condition.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'if (current !== undefined && current < EARLIEST)',
      changes: ['ConditionalExpression: current !== undefined → true'],
      why: 'Comparing undefined with a number is always false: only the compiler needs the condition.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'const ahead = made === undefined ? 0 : made - nowMs / 1000;',
      changes: ['ConditionalExpression: made === undefined → false'],
      why: 'Undefined minus a number is NaN, and comparing that is always false: only the compiler needs the condition.',
    },
    {
      file: 'src/explain/printExplanation.ts',
      code: 'currentTime !== undefined && expireTime !== undefined && expireTime > currentTime',
      changes: [
        'ConditionalExpression: currentTime !== undefined && expireTime !== undefined → true',
        'LogicalOperator: currentTime !== undefined && expireTime !== undefined → currentTime !== undefined || expireTime !== undefined',
        'ConditionalExpression: currentTime !== undefined → true',
        'ConditionalExpression: expireTime !== undefined → true',
      ],
      why: 'Comparing undefined with a number is always false: only the compiler needs the conditions.',
    },
    {
      file: 'src/explain/splitRaw.ts',
      code: 'if (!/[a-z_]/i.test(String.fromCharCode(bytes[offset] ?? 0))) return undefined;',
      changes: ['ConditionalExpression: !/[a-z_]/i.test(String.fromCharCode(bytes[offset] ?? 0)) → false'],
      why: 'The raw string is found in the same place, only slower.',
    },
    {
      file: 'src/explain/splitRaw.ts',
      code: 'return text !== undefined && RAW.test(text) ? text : undefined;',
      changes: ['ConditionalExpression: text !== undefined → true'],
      why: 'The text “undefined” does not match the pattern: only the compiler needs the condition.',
    },
    {
      file: 'src/explain/splitRaw.ts',
      code: '} catch {',
      changes: ['BlockStatement: { return undefined; } → {}'],
      why: 'A function without a return returns undefined too.',
    },
    {
      file: 'src/input/parseCount.ts',
      code: 'const LONGEST_WAIT_MS = 2 ** 31 - 1;',
      changes: ['ArithmeticOperator: 2 ** 31 - 1 → 2 ** 31 + 1'],
      why: 'It is computed when the file is loaded, before Stryker makes the change: parse.test.ts holds the number.',
    },
  ],
};
