// Loaded before anything else into a process that generates, and into those that it starts: another machine's habits.
import promises from 'node:fs/promises';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

process.umask(0o077);

// Folders list their files in an order that is the file system's own.
const reversed = (entries) => entries.toReversed();
const { readdir } = promises;
promises.readdir = async (...args) => reversed(await readdir(...args));
const { readdirSync, readdir: readdirByCallback } = fs;
fs.readdirSync = (...args) => reversed(readdirSync(...args));
fs.readdir = (...args) => {
  const callback = args.pop();
  readdirByCallback(...args, (error, entries) => callback(error, entries && reversed(entries)));
};
syncBuiltinESMExports();
