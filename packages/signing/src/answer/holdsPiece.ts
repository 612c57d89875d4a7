// A shorter credential is no secret: "test" may stand in any text.
const LEAST_CHARACTERS = 6;
const PIECE_CHARACTERS = 10;

/** Whether a text holds ten letters and digits in a row of one of the secrets, or a short one whole. What stands between them does not count, nor does case. */
export function holdsPiece(text: string, secrets: readonly string[]): boolean {
  const folded = fold(text);
  return secrets.map(fold).some((secret) => {
    if (secret.length < LEAST_CHARACTERS) return false;
    for (let at = 0; at <= Math.max(0, secret.length - PIECE_CHARACTERS); at++)
      if (folded.includes(secret.slice(at, at + PIECE_CHARACTERS))) return true;
    return false;
  });
}

const fold = (text: string): string => text.replace(/[\W_]+/g, '').toLowerCase();
