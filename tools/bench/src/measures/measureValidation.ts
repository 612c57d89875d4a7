import { byteLimits, type Operations } from '@finauth-sdk/client';
import { answerValidators, inputValidators, utf8Length } from '@finauth-sdk/validator';
import * as valibot from 'valibot';
import { z } from 'zod';
import { interleave } from '../interleave.ts';

const input = { liveness_id: 'your-scene', uuid: 'user-0042' };
// The same rules by hand, bytes of UTF-8 included; and counted as ours are, not at all where so few characters fit in any case.
const MAX_BYTES = byteLimits.getBizToken.uuid;
const fits = (text: string): boolean => text.length * 3 <= MAX_BYTES || utf8Length(text) <= MAX_BYTES;
const zodInput = z.strictObject({ liveness_id: z.string().min(1), uuid: z.string().refine(fits).optional() });
const zodAnswer = z.object({ request_id: z.string(), time_used: z.number().int().min(0), biz_token: z.string().min(1) });
const valibotInput = valibot.strictObject({
  liveness_id: valibot.pipe(valibot.string(), valibot.minLength(1)),
  uuid: valibot.optional(valibot.pipe(valibot.string(), valibot.check(fits))),
});
const valibotAnswer = valibot.object({
  request_id: valibot.string(),
  time_used: valibot.pipe(valibot.number(), valibot.integer(), valibot.minValue(0)),
  biz_token: valibot.pipe(valibot.string(), valibot.minLength(1)),
});

export const VALIDATORS = ['zod', 'valibot', 'ours'] as const;
export type ValidatorId = (typeof VALIDATORS)[number];

type Answer = Operations['getBizToken']['answer'];

const validatorsOf = (answer: Answer): Record<ValidatorId, () => boolean> => ({
  ours: () => inputValidators.getBizToken(input).valid && answerValidators.getBizToken(answer).valid,
  zod: () => zodInput.safeParse(input).success && zodAnswer.safeParse(answer).success,
  valibot: () => valibot.safeParse(valibotInput, input).success && valibot.safeParse(valibotAnswer, answer).success,
});

/** Nanoseconds to check what a call takes and what it answers, one number for each round. */
export function measureValidation(
  answer: Answer,
  { rounds, count }: { rounds: number; count: number },
): Promise<Record<ValidatorId, number[]>> {
  const validators = validatorsOf(answer);
  const check = (id: ValidatorId): number => {
    const validate = validators[id];
    const start = performance.now();
    for (let done = 0; done < count; done++) if (!validate()) throw new Error(`${id} refuses what is right`);
    return ((performance.now() - start) / count) * 1e6;
  };
  for (const id of VALIDATORS) check(id);
  return interleave(VALIDATORS, rounds, check);
}
