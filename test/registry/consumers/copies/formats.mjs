import library from './library.cjs';
import { program } from './program.mjs';

await program(library, process.env.EXPECT_TWO === 'yes');
