// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import type { FactSource } from './errorCatalogue.ts';
import type { VerifyResponse } from './types.gen.ts';

/** The response that contains a result. */
export type ResultAnswer = VerifyResponse;

/** A result that is listed. FinAuth may add to them. */
export type KnownResult = 'SUCCESS' | 'PASS_LIVING_NOT_THE_SAME' | 'NO_ID_CARD_NUMBER' | 'ID_NUMBER_NAME_NOT_MATCH' | 'NO_FACE_FOUND' | 'NO_ID_PHOTO' | 'PHOTO_FORMAT_ERROR' | 'DATA_SOURCE_ERROR' | 'FAIL_LIVING_FACE_ATTACK' | 'VIDEO_LACK_FRAMES' | 'FAIL_EYES_CLOSE_DETECTION' | 'BIZ_TOKEN_DENIED' | 'AUTHENTICATION_FAIL' | 'MOBILE_PHONE_NOT_SUPPORT' | 'SDK_TOO_OLD' | 'MOBILE_PHONE_NO_AUTHORITY' | 'USER_CANCELLATION' | 'USER_TIMEOUT' | 'VERIFICATION_FAILURE' | 'UNDETECTED_FACE' | 'ACTION_ERROR';

/** The kind of result, for a program to branch on. */
export type OutcomeKind = 'passed' | 'another_person' | 'reference' | 'liveness' | 'capture' | 'unknown' | 'contradiction';

/** What has to change for another try to make sense: only the token, what the name says, or nothing that would help. Each try needs a new token. */
export type TryAgain = 'new_token' | 'other_phone' | 'other_photo' | 'other_details' | 'update_app' | 'later' | 'never';

export interface ResultAdvice {
  readonly kind: OutcomeKind;
  readonly tryAgain: TryAgain;
  /** Whether FinAuth bills it; undefined if that is not known. */
  readonly billed?: boolean;
  /** What happened. */
  readonly meaning: string;
  /** What the integrator should do. */
  readonly remedy: string;
  /** A neutral sentence for the user. */
  readonly tellUser: string;
  /** Where this comes from, if it is not FinAuth's own word. */
  readonly source?: FactSource;
}

/** A listed result. */
export interface ResultEntry extends ResultAdvice {
  /** The family that it belongs to. */
  readonly code: number;
  /** Whether the person has passed. */
  readonly isPass: boolean;
}

/** Where an answer has its result. */
export const resultScheme: {
  readonly operation: 'verify';
  readonly code: 'result_code';
  readonly message: 'result_message';
  /** The way to what says that it was an attack; empty where nothing does. */
  readonly attack: readonly string[];
} = {
  operation: 'verify',
  code: 'result_code',
  message: 'result_message',
  attack: ['attack_result', 'result'],
};

/** Every listed result, by its message. */
export const resultCatalogue: Readonly<Record<KnownResult, ResultEntry>> = {
  SUCCESS: {
    code: 1000,
    kind: 'passed',
    isPass: true,
    tryAgain: 'never',
    billed: true,
    meaning: 'It is a live person, and the expected one.',
    remedy: 'Let the user go on. Keep request_id with your decision.',
    tellUser: 'Thank you, the check is complete.',
    source: 'faceid',
  },
  PASS_LIVING_NOT_THE_SAME: {
    code: 2000,
    kind: 'another_person',
    isPass: false,
    tryAgain: 'never',
    billed: true,
    meaning: 'It is a live person, but at least one comparison says that it is not the expected one.',
    remedy: 'Do not let the user pass. Have someone review the case before another try.',
    tellUser: 'We could not confirm your identity. Please contact our support.',
    source: 'faceid',
  },
  NO_ID_CARD_NUMBER: {
    code: 3000,
    kind: 'reference',
    isPass: false,
    tryAgain: 'other_details',
    billed: true,
    meaning: 'The number is not in the identity database.',
    remedy: 'Have the user check the number, then mint a new token.',
    tellUser: 'Please check the details that you have entered, and try again.',
    source: 'faceid',
  },
  ID_NUMBER_NAME_NOT_MATCH: {
    code: 3000,
    kind: 'reference',
    isPass: false,
    tryAgain: 'other_details',
    billed: true,
    meaning: 'The name and the number do not match.',
    remedy: 'Have the user check both, then mint a new token.',
    tellUser: 'Please check the details that you have entered, and try again.',
    source: 'faceid',
  },
  NO_FACE_FOUND: {
    code: 3000,
    kind: 'reference',
    isPass: false,
    tryAgain: 'other_photo',
    billed: true,
    meaning: 'The reference photo shows no face.',
    remedy: 'Take another photo as the reference, then mint a new token.',
    tellUser: 'We could not complete the check. Please try again with another photo.',
    source: 'faceid',
  },
  NO_ID_PHOTO: {
    code: 3000,
    kind: 'reference',
    isPass: false,
    tryAgain: 'never',
    billed: true,
    meaning: 'The identity database has no photo of the person.',
    remedy: 'Compare with a photo of your own, or have someone decide.',
    tellUser: 'We could not complete the check. Please contact our support.',
    source: 'faceid',
  },
  PHOTO_FORMAT_ERROR: {
    code: 3000,
    kind: 'reference',
    isPass: false,
    tryAgain: 'other_photo',
    billed: true,
    meaning: 'The reference photo cannot be read.',
    remedy: 'Take another photo as the reference, then mint a new token.',
    tellUser: 'We could not complete the check. Please try again with another photo.',
    source: 'faceid',
  },
  DATA_SOURCE_ERROR: {
    code: 3000,
    kind: 'reference',
    isPass: false,
    tryAgain: 'later',
    billed: false,
    meaning: 'The identity database failed.',
    remedy: 'Mint a new token after a pause. If it persists, give FinAuth\'s support the request_id.',
    tellUser: 'The check is not available at the moment. Please try again later.',
    source: 'faceid',
  },
  FAIL_LIVING_FACE_ATTACK: {
    code: 4100,
    kind: 'liveness',
    isPass: false,
    tryAgain: 'never',
    billed: false,
    meaning: 'FinAuth took it for an attack, such as a photo, a screen or a mask.',
    remedy: 'Do not let the user pass. Have someone review the case before another try.',
    tellUser: 'We could not confirm your identity. Please contact our support.',
    source: 'faceid',
  },
  VIDEO_LACK_FRAMES: {
    code: 4100,
    kind: 'liveness',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The phone sent too few pictures for a decision.',
    remedy: 'Mint a new token, and let the user try once more.',
    tellUser: 'We could not complete the check. Please try again, and hold the phone still.',
    source: 'faceid',
  },
  FAIL_EYES_CLOSE_DETECTION: {
    code: 4100,
    kind: 'liveness',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The check for closed eyes failed.',
    remedy: 'Mint a new token, and let the user try once more.',
    tellUser: 'We could not complete the check. Please try again, with your eyes open.',
    source: 'faceid',
  },
  BIZ_TOKEN_DENIED: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The token cannot be verified.',
    remedy: 'Call verify once, after the phone has ended with code 1000, in the region that made the token. For another try, mint a new token.',
    tellUser: 'The check has expired. Please start again.',
    source: 'faceid',
  },
  AUTHENTICATION_FAIL: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'never',
    billed: false,
    meaning: 'The phone\'s SDK was not authenticated.',
    remedy: 'Check that the app\'s SDK uses the host that the token came from, and that FinAuth has enabled your account for it.',
    tellUser: 'The check is not available at the moment. Please try again later.',
    source: 'faceid',
  },
  MOBILE_PHONE_NOT_SUPPORT: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'other_phone',
    billed: false,
    meaning: 'The phone is not supported.',
    remedy: 'Offer another way, or let the user try on another phone, with a new token.',
    tellUser: 'This phone cannot be used for the check. Please use another one.',
    source: 'faceid',
  },
  SDK_TOO_OLD: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'update_app',
    billed: false,
    meaning: 'The phone\'s SDK is too old.',
    remedy: 'Release your app with a current FaceLiveStill SDK, and ask the user to update.',
    tellUser: 'Please update the app, and try again.',
    source: 'faceid',
  },
  MOBILE_PHONE_NO_AUTHORITY: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The app has no permission to use the camera, the sensors or the storage.',
    remedy: 'Have the app ask for the permission, then mint a new token.',
    tellUser: 'Please allow the app to use the camera, and try again.',
    source: 'faceid',
  },
  USER_CANCELLATION: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The user cancelled.',
    remedy: 'Mint a new token when the user wants to try again.',
    tellUser: 'The check was cancelled. You can start it again.',
    source: 'faceid',
  },
  USER_TIMEOUT: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The user took too long.',
    remedy: 'Mint a new token, and let the user try once more.',
    tellUser: 'The check took too long. Please try again.',
    source: 'faceid',
  },
  VERIFICATION_FAILURE: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The check on the phone failed.',
    remedy: 'Mint a new token, and let the user try once more.',
    tellUser: 'We could not complete the check. Please try again.',
    source: 'faceid',
  },
  UNDETECTED_FACE: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The phone detected no face.',
    remedy: 'Mint a new token, and let the user try once more.',
    tellUser: 'We could not see your face. Please try again in good light.',
    source: 'faceid',
  },
  ACTION_ERROR: {
    code: 4200,
    kind: 'capture',
    isPass: false,
    tryAgain: 'new_token',
    billed: false,
    meaning: 'The user did not follow the instructions on the phone.',
    remedy: 'Mint a new token, and let the user try once more.',
    tellUser: 'Please follow the instructions on the screen, and try again.',
    source: 'faceid',
  },
};

/** What holds for a message that is not listed, by its code. None of them is a pass. */
export const resultFamilies: Readonly<Record<number, ResultAdvice>> = {
  '2000': {
    kind: 'another_person',
    tryAgain: 'never',
    meaning: 'It is a live person, but not the expected one, for a reason that this version of the SDK does not know.',
    remedy: 'Do not let the user pass. Have someone review the case before another try.',
    tellUser: 'We could not confirm your identity. Please contact our support.',
    source: 'faceid',
  },
  '3000': {
    kind: 'reference',
    tryAgain: 'never',
    meaning: 'The reference photo or details could not be used, for a reason that this version of the SDK does not know.',
    remedy: 'Do not let the user pass. Give FinAuth\'s support the request_id, ask what the result means, and update the SDK.',
    tellUser: 'We could not complete the check. Please contact our support.',
    source: 'faceid',
  },
  '4000': {
    kind: 'liveness',
    tryAgain: 'never',
    meaning: 'FinAuth did not recognize a live person, for a reason that this version of the SDK does not know.',
    remedy: 'Do not let the user pass. Give FinAuth\'s support the request_id, ask what the result means, and update the SDK.',
    tellUser: 'We could not complete the check. Please contact our support.',
    source: 'faceid',
  },
  '4100': {
    kind: 'liveness',
    tryAgain: 'never',
    meaning: 'FinAuth did not recognize a live person, for a reason that this version of the SDK does not know.',
    remedy: 'Do not let the user pass. Give FinAuth\'s support the request_id, ask what the result means, and update the SDK.',
    tellUser: 'We could not complete the check. Please contact our support.',
    source: 'faceid',
  },
  '4200': {
    kind: 'capture',
    tryAgain: 'new_token',
    meaning: 'The check on the phone did not succeed, for a reason that this version of the SDK does not know.',
    remedy: 'Mint a new token, and let the user try once more. Give FinAuth\'s support the request_id, ask what the result means, and update the SDK.',
    tellUser: 'We could not complete the check. Please try again.',
    source: 'faceid',
  },
};

/** What holds for a result of which neither the message nor the code is known. */
export const unlistedResult: ResultAdvice = {
  kind: 'unknown',
  tryAgain: 'never',
  meaning: 'This version of the SDK does not know the result, so it is not a pass.',
  remedy: 'Do not let the user pass. This result is final. Give FinAuth\'s support the request_id, ask what the result means, and update the SDK.',
  tellUser: 'We could not complete the check. Please contact our support.',
  source: 'sdk',
};

/** What holds where the parts of a result contradict one another. */
export const contradictoryResult: ResultAdvice = {
  kind: 'contradiction',
  tryAgain: 'never',
  meaning: 'The parts of the result contradict each other, so it is not a pass.',
  remedy: 'Do not let the user pass. This result is final. Give FinAuth\'s support the request_id, and ask what the result means.',
  tellUser: 'We could not complete the check. Please contact our support.',
  source: 'sdk',
};
