/**
 * Whether a text holds so many letters and digits in a row of data of a person, or of a shorter one all. What stands between them does not count, nor do case and
 * percent-encoding. The data is short: what is longer than a name or a number, such as a file, is not looked for.
 */
export function holdsPersonal(text: string, values: readonly unknown[], pieceCharacters: number): boolean {
  const texts = [text, decoded(text)].map(fold);
  const secrets = values.filter((value) => typeof value === 'string').map(fold);
  return secrets.some((secret) => {
    if (secret === '') return false;
    for (let at = 0; at <= Math.max(0, secret.length - pieceCharacters); at++) {
      const piece = secret.slice(at, at + pieceCharacters);
      if (texts.some((each) => each.includes(piece))) return true;
    }
    return false;
  });
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
