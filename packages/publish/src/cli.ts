#!/usr/bin/env node
/** The command `zwgk`: build, check, import, doctor. */
import { run } from './commands.js';
import { printable } from './printable.js';

process.exitCode = await run(process.argv.slice(2), (line) => console.log(printable(line)));
