/** The environment variables of the credentials, which signing reads as well. */
export const KEY_NAME = 'FINAUTH_API_KEY';
export const SECRET_NAME = 'FINAUTH_API_SECRET';
/** That of the password of doctor's `--redis-url`, as `redis-cli` reads it. */
export const REDIS_PASSWORD_NAME = 'REDISCLI_AUTH';
/** That of the scene of `verify`. */
export const VERIFY_ID_NAME = 'FINAUTH_VERIFY_ID';
/** The only pair that `finauth sandbox` accepts, in place of its own. */
export const SANDBOX_KEY_NAME = 'SANDBOX_API_KEY';
export const SANDBOX_SECRET_NAME = 'SANDBOX_API_SECRET';
