/** The environment variables of the credentials, which signing reads as well. */
export const KEY_NAME = 'FINAUTH_API_KEY';
export const SECRET_NAME = 'FINAUTH_API_SECRET';
