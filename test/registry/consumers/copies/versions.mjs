import library from './other.mjs';
import { program } from './program.mjs';

await program(library, true);
