// What a user writes once a schema has another name: the type and its validator have it too.
import type { BizTokenAnswer } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { validateBizTokenAnswer } from '@finauth-sdk/validator';
import assert from 'node:assert/strict';

const answer: BizTokenAnswer = exampleAnswers.getBizToken;
assert.equal(validateBizTokenAnswer(answer).valid, true);
