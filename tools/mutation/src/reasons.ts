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
};
