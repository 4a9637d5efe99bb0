// SPDX-License-Identifier: Apache-2.0
// Pictures of a report, for looking at: light, dark, phone, forced colours, paper, and each part by itself. No test.
//
//   JIBE_WEB_MODULES=build/web node tests/web/shot.mjs report.html FOLDER
import fs from 'node:fs';
import path from 'node:path';

const [file, folder] = process.argv.slice(2);
if (!file || !folder) {
	console.error('usage: node shot.mjs REPORT.html FOLDER');
	process.exit(2);
}
process.env.JIBE_WEB_REPORTS = path.dirname(path.resolve(file));
const {startBrowser, stopBrowser, withReport} = await import('./browser.mjs');
const name = path.basename(file, '.html');
// Without motion, or a picture is taken on the way.
const open = (options, run) => withReport(name, {reducedMotion: 'reduce', ...options}, run);
const shot = (page, what, more = {}) => page.screenshot({path: path.join(folder, `${what}.png`), ...more});

fs.mkdirSync(folder, {recursive: true});
await startBrowser();
for (const colorScheme of ['light', 'dark'])
	await open({colorScheme}, async (page) => {
		await shot(page, colorScheme);
		for (const id of ['summary', 'matrix', 'findings', 'facing', 'updates', 'articles', 'not-compared']) {
			const section = page.locator(`#${id}`);
			if (await section.count()) {
				await section.scrollIntoViewIfNeeded();
				await section.evaluate((one) => one.scrollIntoView());
				await shot(page, `${colorScheme}-${id}`);
			}
		}
		await page.keyboard.press('?');
		await shot(page, `${colorScheme}-help`);
	});
await open({viewport: {width: 390, height: 844}, deviceScaleFactor: 2}, async (page) => {
	await shot(page, 'phone');
	await page.locator('#matrix').evaluate((one) => one.scrollIntoView());
	await shot(page, 'phone-matrix');
	await page
		.locator('.finding:not([hidden])')
		.first()
		.evaluate((one) => one.scrollIntoView());
	await shot(page, 'phone-finding');
});
await open({forcedColors: 'active'}, (page) => shot(page, 'forced'));
await open({javaScriptEnabled: false}, (page) => shot(page, 'no-script'));
await open({}, (page) => page.pdf({path: path.join(folder, 'paper.pdf'), format: 'A4'}));
await stopBrowser();
