/** Changes of one line that no test notices, and why that is right. */
export interface Reason {
  /** From the package's folder. */
  readonly file: string;
  /** The line, without its indentation. */
  readonly code: string;
  /** As they are printed: the kind of change, and the code that is put there. */
  readonly changes: readonly string[];
  readonly why: string;
}

/** By package. `npm run mutate` prints each change that no test notices and that is not here. */
export const reasons: Readonly<Record<string, readonly Reason[]>> = {
  validator: [
    {
      file: 'src/codePoints.ts',
      code: 'for (let index = 1; index < text.length; index++) if (isSecondHalf(text, index)) count--;',
      changes: ['EqualityOperator: index <= text.length'],
      why: 'Behind the end of a string there is no second half of a character.',
    },
  ],
  signing: [
    {
      file: 'src/signature/base64.ts',
      code: '} catch {',
      changes: ['BlockStatement: {}'],
      why: 'A function that ends without a return gives undefined too.',
    },
    {
      file: 'src/signature/createSigner.ts',
      code: 'refuseBrowser(options.dangerouslyAllowBrowser);',
      changes: ['CallExpression: ;'],
      why: 'Noticed in a browser only: test/browser and test/runtimes run one.',
    },
    {
      file: 'src/signature/createSigner.ts',
      code: 'if (currentTime !== signedAt) startSecond(currentTime);',
      changes: ['ConditionalExpression: true'],
      why: 'The signature is the same, and takes longer.',
    },
    {
      file: 'src/signature/createSigner.ts',
      code: 'if (end !== signed.length) {',
      changes: ['ConditionalExpression: true'],
      why: 'The signature is the same, and takes longer.',
    },
    {
      file: 'src/signature/cryptography/nodeCryptography.ts',
      code: 'if (inner.length !== BLOCK_BYTES + message.length) {',
      changes: ['ConditionalExpression: true'],
      why: 'The digest is the same, and takes longer.',
    },
    {
      file: 'src/signature/verifySign.ts',
      code: '} catch (error) {',
      changes: ['BlockStatement: {}'],
      why: 'inspectSign throws nothing but a FinAuthInputError, and a function that ends without a return gives undefined too.',
    },
    {
      file: 'src/signature/verifySign.ts',
      code: 'if (error instanceof FinAuthInputError) return undefined;',
      changes: ['ConditionalExpression: true'],
      why: 'inspectSign throws nothing else. If it did, that would be a defect to hear of.',
    },
    {
      file: 'src/signature/verifySign.ts',
      code: 'for (let index = 0; index < left.length; index++) difference |= left[index]! ^ right[index]!;',
      changes: ['EqualityOperator: index <= left.length'],
      why: 'Behind the end, both digests have nothing, which is equal.',
    },
    {
      file: 'src/signature/writeDecimal.ts',
      code: 'const low = number - high * HALF;',
      changes: ['ArithmeticOperator: number + high * HALF'],
      why: 'Only its last five digits are written, and these are the same.',
    },
  ],
  sandbox: [
    {
      file: 'src/judge/judgeOnDemand.ts',
      code: 'const scenario = name === undefined ? undefined : answersOf(route!)[name];',
      changes: ['ConditionalExpression: false'],
      why: 'No response has the name “undefined”: the condition is for the compiler.',
    },
    {
      file: 'src/judge/judgeSignature.ts',
      code: 'if (before !== undefined) call.signSeenAt = before;',
      changes: ['ConditionalExpression: true'],
      why: 'A property that is undefined is read like one that is not there: the condition is for the compiler.',
    },
    {
      file: 'src/judge/judgeToken.ts',
      code: 'if (token.outcome === undefined && answers.unfinished !== undefined) {',
      changes: ['ConditionalExpression: true'],
      why: 'No response has the name “undefined”, and this state is the last that is looked at: the second condition is for the compiler. The first is tested.',
    },
    {
      file: 'src/signature/readSign.ts',
      code: '} catch {',
      changes: ['BlockStatement: {}'],
      why: 'A function that ends without a return gives undefined too.',
    },
  ],
  server: [
    {
      file: 'src/createMetrics.ts',
      code: 'if (start !== undefined && begun.delete(event.callId)) {',
      changes: ['ConditionalExpression: true'],
      why: 'What has no start is not there to be deleted: the first condition is for the compiler. The second is tested.',
    },
    {
      file: 'src/createTokenHandler.ts',
      code: 'tell(() => onToken?.({ requestId: request_id }, request));',
      changes: ['OptionalChaining: onToken({ requestId: request_id }, request)'],
      why: 'tell lets no error of a listener out, nor that of one that is not there.',
    },
    {
      file: 'src/createTokenHandler.ts',
      code: 'return JSON.stringify(Object.entries(wanted).sort(([a], [b]) => (a < b ? -1 : 1)));',
      changes: ['EqualityOperator: a <= b', 'EqualityOperator: a >= b'],
      why: 'No two fields have the same name, and any order will do, if it is always the same.',
    },
  ],
  cli: [
    {
      file: 'src/explain/decodeText.ts',
      code: "return first >= 0 && /&[a-z_]+=/i.test(text.slice(first)) && splitRaw(Buffer.from(text, 'utf8')) !== undefined;",
      changes: ['ConditionalExpression: true'],
      why: 'Without the first condition, the last character alone would be looked at, which is too short for a field. The others are tested.',
    },
    {
      file: 'src/explain/explainSign.ts',
      code: 'const verdict = verifySign(text, secret, { now: () => nowMs });',
      changes: ['ObjectLiteral: {}', 'ArrowFunction: () => undefined'],
      why: 'What is expired fits too, so the result is the same at any time.',
    },
    {
      file: 'src/explain/explainSign.ts',
      code: 'return text !== undefined && /^\\d{1,11}$/.test(text) ? Number(text) : undefined;',
      changes: ['ConditionalExpression: true'],
      why: 'The word “undefined” is no number: the first condition is for the compiler. The second is tested.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'const whole = last === undefined ? fields : { ...fields, [last]: undefined };',
      changes: ['ConditionalExpression: false'],
      why: 'No property with the name “undefined” is read: the condition is for the compiler.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'const isAbsolute = (time: number | undefined): time is number => time !== undefined && time >= EARLIEST;',
      changes: ['ConditionalExpression: true'],
      why: 'What is undefined is not greater than any number: the first condition is for the compiler. The second is tested.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'if (expire !== undefined && expire !== singleUseExpireTime && expire < EARLIEST) {',
      changes: ['ConditionalExpression: true'],
      why: 'What is undefined is not less than any number: the first condition is for the compiler. The others are tested.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'if (current !== undefined && current < EARLIEST)',
      changes: ['ConditionalExpression: true'],
      why: 'What is undefined is not less than any number: the first condition is for the compiler. The second is tested.',
    },
    {
      file: 'src/explain/judgeRaw.ts',
      code: 'const ahead = made === undefined ? 0 : made - nowMs / 1000;',
      changes: ['ConditionalExpression: false'],
      why: 'What is computed with undefined is not greater than any number: the condition is for the compiler.',
    },
    {
      file: 'src/explain/printExplanation.ts',
      code: 'currentTime !== undefined && expireTime !== undefined && expireTime > currentTime',
      changes: ['ConditionalExpression: true', 'LogicalOperator: currentTime !== undefined || expireTime !== undefined'],
      why: 'What is undefined is not greater than any number, nor less: the first two conditions are for the compiler. The third is tested.',
    },
    {
      file: 'src/explain/splitRaw.ts',
      code: 'if (!/[a-z]/i.test(String.fromCharCode(bytes[offset] ?? 0))) return undefined;',
      changes: ['ConditionalExpression: false'],
      why: 'The raw string is found in the same place, and it takes longer.',
    },
    {
      file: 'src/explain/splitRaw.ts',
      code: 'return text !== undefined && RAW.test(text) ? text : undefined;',
      changes: ['ConditionalExpression: true'],
      why: 'The word “undefined” is no raw string: the first condition is for the compiler. The second is tested.',
    },
    {
      file: 'src/explain/splitRaw.ts',
      code: '} catch {',
      changes: ['BlockStatement: {}'],
      why: 'A function that ends without a return gives undefined too.',
    },
    {
      file: 'src/input/parseCount.ts',
      code: 'const LONGEST_WAIT_MS = 2 ** 31 - 1;',
      changes: ['ArithmeticOperator: 2 ** 31 + 1'],
      why: 'It is computed as the file is loaded, before the change is made: parse.test.ts holds the number.',
    },
  ],
};
