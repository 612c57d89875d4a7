declare global {
    interface SymbolConstructor {
        readonly asyncDispose: unique symbol;
    }
}

export declare const liveness: {
    readonly "413": "sandbox-413";
    readonly "429": "sandbox-429";
    readonly "502": "sandbox-502";
    readonly "503": "sandbox-503";
    readonly "504": "sandbox-504";
    readonly ok: "sandbox-ok";
    readonly MISSING_ARGUMENTS: "sandbox-MISSING_ARGUMENTS";
    readonly BAD_ARGUMENTS: "sandbox-BAD_ARGUMENTS";
    readonly AUTHENTICATION_ERROR: "sandbox-AUTHENTICATION_ERROR";
    readonly API_KEY_BE_DISCONTINUED: "sandbox-API_KEY_BE_DISCONTINUED";
    readonly IP_NOT_ALLOWED: "sandbox-IP_NOT_ALLOWED";
    readonly LIMIT_REACHED: "sandbox-LIMIT_REACHED";
    readonly DENIED: "sandbox-DENIED";
    readonly EXPIRED_SIGN: "sandbox-EXPIRED_SIGN";
    readonly INVALID_SIGN: "sandbox-INVALID_SIGN";
    readonly MORE_RETRY_TIMES: "sandbox-MORE_RETRY_TIMES";
    readonly CONCURRENCY_LIMIT_EXCEEDED: "sandbox-CONCURRENCY_LIMIT_EXCEEDED";
    readonly API_NOT_FOUND: "sandbox-API_NOT_FOUND";
    readonly INTERNAL_ERROR: "sandbox-INTERNAL_ERROR";
    readonly UNLISTED_REASON: "sandbox-UNLISTED_REASON";
    readonly IMAGE_ERROR_UNSUPPORTED_FORMAT: "sandbox-IMAGE_ERROR_UNSUPPORTED_FORMAT";
    readonly NO_FACE_FOUND: "sandbox-NO_FACE_FOUND";
    readonly INVALID_IMAGE_SIZE: "sandbox-INVALID_IMAGE_SIZE";
    readonly DATA_DESTROYED: "sandbox-DATA_DESTROYED";
    readonly PASS_LIVING_NOT_THE_SAME: "sandbox-PASS_LIVING_NOT_THE_SAME";
    readonly NO_ID_CARD_NUMBER: "sandbox-NO_ID_CARD_NUMBER";
    readonly ID_NUMBER_NAME_NOT_MATCH: "sandbox-ID_NUMBER_NAME_NOT_MATCH";
    readonly verify_NO_FACE_FOUND: "sandbox-verify_NO_FACE_FOUND";
    readonly NO_ID_PHOTO: "sandbox-NO_ID_PHOTO";
    readonly PHOTO_FORMAT_ERROR: "sandbox-PHOTO_FORMAT_ERROR";
    readonly DATA_SOURCE_ERROR: "sandbox-DATA_SOURCE_ERROR";
    readonly FAIL_LIVING_FACE_ATTACK: "sandbox-FAIL_LIVING_FACE_ATTACK";
    readonly VIDEO_LACK_FRAMES: "sandbox-VIDEO_LACK_FRAMES";
    readonly FAIL_EYES_CLOSE_DETECTION: "sandbox-FAIL_EYES_CLOSE_DETECTION";
    readonly BIZ_TOKEN_DENIED: "sandbox-BIZ_TOKEN_DENIED";
    readonly AUTHENTICATION_FAIL: "sandbox-AUTHENTICATION_FAIL";
    readonly MOBILE_PHONE_NOT_SUPPORT: "sandbox-MOBILE_PHONE_NOT_SUPPORT";
    readonly SDK_TOO_OLD: "sandbox-SDK_TOO_OLD";
    readonly MOBILE_PHONE_NO_AUTHORITY: "sandbox-MOBILE_PHONE_NO_AUTHORITY";
    readonly USER_CANCELLATION: "sandbox-USER_CANCELLATION";
    readonly USER_TIMEOUT: "sandbox-USER_TIMEOUT";
    readonly VERIFICATION_FAILURE: "sandbox-VERIFICATION_FAILURE";
    readonly UNDETECTED_FACE: "sandbox-UNDETECTED_FACE";
    readonly ACTION_ERROR: "sandbox-ACTION_ERROR";
};

export declare const mistakes: {
    readonly percentEncoded: "The signature is percent-encoded. In a multipart body, \"+\", \"/\" and \"=\" are sent unchanged.";
    readonly plusBecameSpace: "The signature contains spaces in place of \"+\": it went through a URL decoder.";
    readonly urlSafeAlphabet: "The signature uses the URL-safe alphabet (\"-\" and \"_\"). FinAuth expects the standard one (\"+\" and \"/\").";
    readonly lineBreaks: "The signature has a line break or a space in it or around it. It has to be one line of Base64.";
    readonly notPadded: "The Base64 of the signature is not padded with \"=\".";
    readonly notBase64: "The signature is not Base64.";
    readonly encodedTwice: "The signature was Base64-encoded twice. Encode the digest and the raw string together, once.";
    readonly hexDigest: "The digest is in hex. FinAuth expects its raw bytes.";
    readonly base64Digest: "The digest was Base64-encoded by itself. FinAuth expects its raw bytes, and Base64 only once, over the digest and the raw string together.";
    readonly digestAsText: "The digest went through a text encoding, which changed its bytes. Concatenate bytes, never strings.";
    readonly digestLast: "The digest comes after the raw string. It has to come first.";
    readonly digestMissing: "There is a raw string, but no digest before it.";
    readonly rawMissing: "There is no raw string after the digest.";
    readonly wrongDigest: "The digest has the wrong length: it was made with another algorithm.";
    readonly parametersOutOfOrder: "The parameters of the raw string are in the wrong order.";
    readonly parametersWrong: "The raw string has missing or unknown parameters.";
    readonly apiKeyMalformed: "The API key in the raw string is empty, or contains a character that is a separator of the raw string.";
    readonly milliseconds: "A time is in milliseconds. Both times have to be in whole seconds.";
    readonly timeMalformed: "A time is not a whole number of seconds.";
    readonly randomNegative: "The random number is negative. It has to be unsigned.";
    readonly randomTooLong: "The random number has too many digits.";
    readonly randomMalformed: "The random number is not a decimal integer.";
    readonly duration: "The expiry is a duration. It has to be a point in time: the current time plus the duration.";
    readonly timesOutOfOrder: "The expiry is not later than the current time.";
    readonly notHmac: "The digest is a plain hash of secret and raw string, not an HMAC.";
    readonly keyAndMessageSwapped: "The HMAC has the raw string as its key and the secret as its message. They have to be swapped.";
    readonly apiKeyAsSecret: "The HMAC was made with the API key in place of the API secret.";
    readonly secretPadded: "The API secret has an extra space or line break: it was copied along.";
    readonly secretDecoded: "The API secret was decoded before it was used. Use the text of the secret itself as the key.";
    readonly otherText: "The digest was made over another spelling of the raw string than the one sent.";
    readonly wrongSecret: "The digest does not match: it was made with another secret, or over another raw string than the one sent.";
    readonly reused: "The same signature was used before. Each request has to be signed anew.";
    readonly clockOff: "The signer\u2019s clock does not agree with the sandbox\u2019s.";
};

export declare const outcomes: Readonly<Record<OutcomeName, Outcome>>;

export declare const testIds: {
    readonly getBizToken: {
        readonly "413": "sandbox-413";
        readonly "429": "sandbox-429";
        readonly "502": "sandbox-502";
        readonly "503": "sandbox-503";
        readonly "504": "sandbox-504";
        readonly ok: "sandbox-ok";
        readonly MISSING_ARGUMENTS: "sandbox-MISSING_ARGUMENTS";
        readonly BAD_ARGUMENTS: "sandbox-BAD_ARGUMENTS";
        readonly AUTHENTICATION_ERROR: "sandbox-AUTHENTICATION_ERROR";
        readonly API_KEY_BE_DISCONTINUED: "sandbox-API_KEY_BE_DISCONTINUED";
        readonly IP_NOT_ALLOWED: "sandbox-IP_NOT_ALLOWED";
        readonly LIMIT_REACHED: "sandbox-LIMIT_REACHED";
        readonly DENIED: "sandbox-DENIED";
        readonly EXPIRED_SIGN: "sandbox-EXPIRED_SIGN";
        readonly INVALID_SIGN: "sandbox-INVALID_SIGN";
        readonly MORE_RETRY_TIMES: "sandbox-MORE_RETRY_TIMES";
        readonly CONCURRENCY_LIMIT_EXCEEDED: "sandbox-CONCURRENCY_LIMIT_EXCEEDED";
        readonly API_NOT_FOUND: "sandbox-API_NOT_FOUND";
        readonly INTERNAL_ERROR: "sandbox-INTERNAL_ERROR";
        readonly UNLISTED_REASON: "sandbox-UNLISTED_REASON";
    };
    readonly verify: {
        readonly "413": "sandbox-413";
        readonly "429": "sandbox-429";
        readonly "502": "sandbox-502";
        readonly "503": "sandbox-503";
        readonly "504": "sandbox-504";
        readonly ok: "sandbox-ok";
        readonly MISSING_ARGUMENTS: "sandbox-MISSING_ARGUMENTS";
        readonly BAD_ARGUMENTS: "sandbox-BAD_ARGUMENTS";
        readonly AUTHENTICATION_ERROR: "sandbox-AUTHENTICATION_ERROR";
        readonly API_KEY_BE_DISCONTINUED: "sandbox-API_KEY_BE_DISCONTINUED";
        readonly IP_NOT_ALLOWED: "sandbox-IP_NOT_ALLOWED";
        readonly LIMIT_REACHED: "sandbox-LIMIT_REACHED";
        readonly DENIED: "sandbox-DENIED";
        readonly EXPIRED_SIGN: "sandbox-EXPIRED_SIGN";
        readonly INVALID_SIGN: "sandbox-INVALID_SIGN";
        readonly MORE_RETRY_TIMES: "sandbox-MORE_RETRY_TIMES";
        readonly CONCURRENCY_LIMIT_EXCEEDED: "sandbox-CONCURRENCY_LIMIT_EXCEEDED";
        readonly IMAGE_ERROR_UNSUPPORTED_FORMAT: "sandbox-IMAGE_ERROR_UNSUPPORTED_FORMAT";
        readonly NO_FACE_FOUND: "sandbox-NO_FACE_FOUND";
        readonly INVALID_IMAGE_SIZE: "sandbox-INVALID_IMAGE_SIZE";
        readonly DATA_DESTROYED: "sandbox-DATA_DESTROYED";
        readonly API_NOT_FOUND: "sandbox-API_NOT_FOUND";
        readonly INTERNAL_ERROR: "sandbox-INTERNAL_ERROR";
        readonly UNLISTED_REASON: "sandbox-UNLISTED_REASON";
        readonly PASS_LIVING_NOT_THE_SAME: "sandbox-PASS_LIVING_NOT_THE_SAME";
        readonly NO_ID_CARD_NUMBER: "sandbox-NO_ID_CARD_NUMBER";
        readonly ID_NUMBER_NAME_NOT_MATCH: "sandbox-ID_NUMBER_NAME_NOT_MATCH";
        readonly verify_NO_FACE_FOUND: "sandbox-verify_NO_FACE_FOUND";
        readonly NO_ID_PHOTO: "sandbox-NO_ID_PHOTO";
        readonly PHOTO_FORMAT_ERROR: "sandbox-PHOTO_FORMAT_ERROR";
        readonly DATA_SOURCE_ERROR: "sandbox-DATA_SOURCE_ERROR";
        readonly FAIL_LIVING_FACE_ATTACK: "sandbox-FAIL_LIVING_FACE_ATTACK";
        readonly VIDEO_LACK_FRAMES: "sandbox-VIDEO_LACK_FRAMES";
        readonly FAIL_EYES_CLOSE_DETECTION: "sandbox-FAIL_EYES_CLOSE_DETECTION";
        readonly BIZ_TOKEN_DENIED: "sandbox-BIZ_TOKEN_DENIED";
        readonly AUTHENTICATION_FAIL: "sandbox-AUTHENTICATION_FAIL";
        readonly MOBILE_PHONE_NOT_SUPPORT: "sandbox-MOBILE_PHONE_NOT_SUPPORT";
        readonly SDK_TOO_OLD: "sandbox-SDK_TOO_OLD";
        readonly MOBILE_PHONE_NO_AUTHORITY: "sandbox-MOBILE_PHONE_NO_AUTHORITY";
        readonly USER_CANCELLATION: "sandbox-USER_CANCELLATION";
        readonly USER_TIMEOUT: "sandbox-USER_TIMEOUT";
        readonly VERIFICATION_FAILURE: "sandbox-VERIFICATION_FAILURE";
        readonly UNDETECTED_FACE: "sandbox-UNDETECTED_FACE";
        readonly ACTION_ERROR: "sandbox-ACTION_ERROR";
    };
};

export declare function startSandbox(options?: SandboxOptions): Promise<Sandbox>;

interface Credentials {
    readonly apiKey: string;
    readonly apiSecret: string;
}

interface Failure {
    readonly answer?: Exclude<ScenarioName, "ok">;
    readonly times?: number;
    readonly rate?: number;
}

interface IssuedToken {
    readonly token: string;
    readonly operation: string;
    readonly field: string;
    readonly request: number;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly issuedAt: Date;
    readonly expiresAt: Date;
    readonly expired: boolean;
    readonly usedBy?: number;
    readonly startedAt?: Date;
    readonly outcome?: OutcomeName;
    readonly state: TokenState;
}

interface IssuedTokens extends Iterable<IssuedToken> {
    get(token: string): IssuedToken | undefined;
    isValid(token: string): boolean;
    readonly size: number;
}

interface Limits {
    readonly bodyBytes?: number;
    readonly fieldBytes?: number;
    readonly parts?: number;
    readonly bodyMs?: number;
    readonly headerMs?: number;
    readonly connections?: number;
}

interface Outcome {
    readonly phoneCode: number;
    readonly answer: Readonly<Record<string, unknown>>;
}

interface Phone {
    start(token: string): void;
    complete(token: string, options?: {
        readonly outcome?: OutcomeName;
    }): PhoneEnd;
}

interface PhoneEnd {
    readonly code: number;
    readonly outcome: OutcomeName;
}

interface RequestRecord {
    readonly number: number;
    readonly at: Date;
    readonly method: string;
    readonly path: string;
    readonly address: string;
    readonly operation?: string;
    readonly verdict: "accepted" | "refused" | "scenario" | "failure";
    readonly status: number;
    readonly error?: string;
    readonly why: Why;
    readonly remedy?: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly clockOffsetSeconds?: number;
    readonly requestId?: string;
    readonly durationMs: number;
}

interface Sandbox {
    readonly url: string;
    readonly credentials: Credentials;
    readonly liveness: typeof liveness;
    readonly testIds: typeof testIds;
    readonly requests: readonly RequestRecord[];
    readonly issued: IssuedTokens;
    readonly phone: Phone;
    readonly clock: SandboxClock;
    readonly settings: Settings;
    set(changes: Partial<Settings>): void;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

interface SandboxClock {
    now(): number;
    set(time: Date | number): void;
    advance(milliseconds: number): void;
}

interface SandboxOptions extends Partial<Settings> {
    readonly port?: number;
    readonly host?: string;
    readonly allowedHosts?: readonly string[];
    readonly now?: () => number;
    readonly random?: () => number;
    readonly keepRequests?: number;
    readonly limits?: Limits;
    readonly onRequest?: (record: RequestRecord) => void;
}

interface Settings {
    readonly credentials: Credentials;
    readonly keyState: "enabled" | "disabled";
    readonly allowedAddresses: readonly string[] | null;
    readonly quota: number | null;
    readonly permitted: boolean;
    readonly maxConcurrent: number | null;
    readonly latencyMs: number;
    readonly fail: Failure | null;
}

interface Why {
    readonly message: string;
    readonly mistake?: Mistake;
    readonly field?: string;
    readonly expected?: string;
    readonly got?: string;
}

type Mistake = keyof typeof mistakes;

type OutcomeName = "SUCCESS" | "PASS_LIVING_NOT_THE_SAME" | "NO_ID_CARD_NUMBER" | "ID_NUMBER_NAME_NOT_MATCH" | "NO_FACE_FOUND" | "NO_ID_PHOTO" | "PHOTO_FORMAT_ERROR" | "DATA_SOURCE_ERROR" | "FAIL_LIVING_FACE_ATTACK" | "VIDEO_LACK_FRAMES" | "FAIL_EYES_CLOSE_DETECTION" | "BIZ_TOKEN_DENIED" | "AUTHENTICATION_FAIL" | "MOBILE_PHONE_NOT_SUPPORT" | "SDK_TOO_OLD" | "MOBILE_PHONE_NO_AUTHORITY" | "USER_CANCELLATION" | "USER_TIMEOUT" | "VERIFICATION_FAILURE" | "UNDETECTED_FACE" | "ACTION_ERROR";

type ScenarioName = keyof typeof liveness;

type TokenState = "minted" | "on the phone" | "used" | "verified" | "expired";

export type { Credentials, Failure, IssuedToken, IssuedTokens, Limits, Mistake, Outcome, OutcomeName, Phone, PhoneEnd, RequestRecord, Sandbox, SandboxClock, SandboxOptions, ScenarioName, Settings, TokenState, Why };
