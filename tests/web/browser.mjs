// SPDX-License-Identifier: Apache-2.0
// A Chromium for the tests. Whatever a report must not do in it, such as asking the network, fails the test.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const modules = createRequire(path.resolve(process.env.JIBE_WEB_MODULES ?? 'build/web', 'package.json'));
const {chromium} = modules('playwright-core');
const axeSource = fs.readFileSync(modules.resolve('axe-core/axe.min.js'), 'utf8');
const reports = path.resolve(process.env.JIBE_WEB_REPORTS ?? '.');

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-dev-shm-usage',
];

let browser;

export async function startBrowser() {
	browser = await chromium.launch({
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
		headless: true,
		args: FLAGS,
	});
}

export async function stopBrowser() {
	await browser?.close();
}

export const reportPath = (name) => path.join(reports, `${name}.html`);
/* The same run as JSON: what the page must tell. */
export const reportData = (name) => JSON.parse(fs.readFileSync(path.join(reports, `${name}.json`), 'utf8'));

function watch(page, problems) {
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
	page.on('dialog', (dialog) => {
		problems.push(`dialog: ${dialog.message()}`);
		dialog.dismiss();
	});
	page.on('popup', () => problems.push('a window was opened'));
	page.on('request', (request) => {
		if (request.url().split('#')[0] !== page.expected) problems.push(`request: ${request.url()}`);
	});
}

/*
 * Opens the report NAME (HASH: behind #) in a context with OPTIONS (viewport, colorScheme …), hands the page to RUN, and
 * then fails on what went wrong inside the page. OPTIONS.media goes to emulateMedia().
 */
export async function withReport(name, options, run) {
	const {hash = '', media, ...rest} = options;
	const context = await browser.newContext({viewport: {width: 1280, height: 900}, colorScheme: 'light', ...rest});
	const page = await context.newPage();
	const problems = [];

	try {
		page.setDefaultTimeout(20_000);
		page.expected = pathToFileURL(reportPath(name)).href;
		watch(page, problems);
		if (media) await page.emulateMedia(media);
		await page.goto(page.expected + hash, {waitUntil: 'load'});
		const result = await run(page);
		assert.deepEqual(problems, [], 'what went wrong inside the page');
		return result;
	} finally {
		await context.close();
	}
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/* Fails on each violation that axe finds, naming the elements. */
export async function expectNoViolation(page) {
	await page.evaluate(axeSource);
	const {violations, passes} = await page.evaluate(
		(tags) =>
			globalThis.axe.run(document, {
				runOnly: {type: 'tag', values: tags},
				resultTypes: ['violations'],
			}),
		TAGS,
	);
	const told = violations.map(
		({id, help, nodes}) =>
			`${id}: ${help}\n${nodes
				.slice(0, 5)
				.map(
					({html, failureSummary}) =>
						`    ${html.slice(0, 160)}\n      ${(failureSummary ?? '').replace(/\n/g, '\n      ')}`,
				)
				.join('\n')}`,
	);

	assert.ok(passes.length > 0, 'axe checked something');
	if (told.length) assert.fail(told.join('\n'));
}

/* Everything that can be hidden is shown: details open, all relations chosen. */
export async function showEverything(page) {
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('details')) details.open = true;
		for (const box of document.querySelectorAll('#filters input[name=relation]'))
			if (!box.checked) box.click();
	});
}

/* Texts of the elements that SELECTOR matches, blanks made one. */
export function texts(page, selector) {
	return page
		.locator(selector)
		.evaluateAll((all) => all.map((one) => one.textContent.replace(/\s+/g, ' ').trim()));
}

/* Ids of the findings that can be seen. */
export function visibleFindings(page) {
	return page
		.locator('.finding')
		.evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.id));
}

/* The finding that has the focus, in it or on it; "" if none has. */
export function focusedFinding(page) {
	return page.evaluate(() => document.activeElement?.closest('.finding')?.id ?? '');
}

/* Clicks on the words of a link. Its middle may lie between two lines, or on what only a screen reader meets. */
export async function clickWords(page, link) {
	await link.scrollIntoViewIfNeeded();
	const [x, y] = await link.evaluate((one) => {
		one.scrollIntoView({block: 'center', behavior: 'instant'});
		const boxes = [...one.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height);
		return [boxes[0].left + boxes[0].width / 2, boxes[0].top + boxes[0].height / 2];
	});
	await page.mouse.click(x, y);
}

/* Waits until the element with ID is shown and its top is in the window: pages may scroll smoothly. */
export function expectInView(page, id) {
	return page.waitForFunction((wanted) => {
		const one = document.getElementById(wanted);
		const box = one.getBoundingClientRect();
		return one.checkVisibility() && box.height > 0 && box.top >= -1 && box.top < innerHeight;
	}, id);
}
