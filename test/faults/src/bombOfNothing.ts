import { gzipSync } from 'node:zlib';

/** Gzip in gzip in gzip: a hundred kilobytes that unpack to 20 GB of empty blocks, which unpack to nothing at all. */
export function bombOfNothing(): Buffer {
  const start = gzipSync(Buffer.from('1f8b0800000000000003', 'hex'));
  const blocks = gzipSync(Buffer.alloc(10 * 1_048_576, Buffer.from('000000ffff', 'hex')));
  return gzipSync(Buffer.concat([start, ...Array.from({ length: 2_000 }, () => blocks)]));
}

/** For how many milliseconds of the next so many this process works, all of its threads together. */
export async function workOf(ms: number): Promise<number> {
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, ms));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
