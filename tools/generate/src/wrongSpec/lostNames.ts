/** The names that were in code and are gone from it. What is in quotes, and in comments, is none. */
export function lostNames(was: string, is: string): string[] {
  const present = new Set(namesIn(is));
  return [...new Set(namesIn(was))].filter((name) => !present.has(name));
}

function namesIn(text: string): string[] {
  const code = text.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$|'(?:[^'\\\n]|\\.)*'/gm, '');
  return code.match(/[A-Za-z_$][\w$]*/g) ?? [];
}
