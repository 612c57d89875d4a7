/** A port out of the environment, or the usual one. Throws where it is none. */
export function portOf(name: string, usual: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`${name} is ${text}, and has to be a port: a whole number from 1 to 65535.`);
  return port;
}
