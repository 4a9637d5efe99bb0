// SPDX-License-Identifier: Apache-2.0
// Runs the tests of every *.test.mjs beside it; run.sh makes the reports that they open. usage: node main.mjs [PART OF A NAME]
import fs from 'node:fs';

import {startBrowser, stopBrowser} from './browser.mjs';
import {runTests} from './tap.mjs';

const here = new URL('.', import.meta.url);

for (const file of fs
	.readdirSync(here)
	.filter((name) => name.endsWith('.test.mjs'))
	.sort())
	await import(new URL(file, here).href);
await startBrowser();
const passed = await runTests(process.argv[2] ?? '').finally(stopBrowser);
process.exitCode = passed ? 0 : 1;
