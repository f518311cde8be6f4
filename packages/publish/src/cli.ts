#!/usr/bin/env node
/** `zwgk build <folder> <out>` and `zwgk check <folder>`. */
import { run } from './commands.js';
import { printable } from './printable.js';

process.exitCode = await run(process.argv.slice(2), (line) => console.log(printable(line)));
