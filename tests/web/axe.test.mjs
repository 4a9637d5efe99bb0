// SPDX-License-Identifier: Apache-2.0
// axe: WCAG 2.2 A and AA and its best practices, in every theme and width, whatever is open.
import {clickWords, expectInView, expectNoViolation, showEverything, withReport} from './browser.mjs';
import {test} from './tap.mjs';

const WIDE = {width: 1280, height: 900};
const NARROW = {width: 320, height: 640};
const THEMES = {light: {colorScheme: 'light'}, dark: {colorScheme: 'dark'}, 'forced colours': {forcedColors: 'active'}};

for (const [theme, options] of Object.entries(THEMES))
	for (const viewport of [WIDE, NARROW])
		test(`axe: flood, ${theme}, ${viewport.width} wide, everything open`, () =>
			withReport('flood', {...options, viewport}, async (page) => {
				await showEverything(page);
				await expectNoViolation(page);
			}));

for (const [name, options] of [
	['story-14', {colorScheme: 'light'}],
	['hostile', {colorScheme: 'dark'}],
	['check', {colorScheme: 'light'}],
	['talks', {colorScheme: 'dark', viewport: NARROW}],
	['story-1', {}],
])
	test(`axe: ${name}, as it opens`, () => withReport(name, options, expectNoViolation));

for (const colorScheme of ['light', 'dark'])
	test(`axe: with the help open, ${colorScheme}`, () =>
		withReport('flood', {colorScheme}, async (page) => {
			await page.keyboard.press('?');
			await expectNoViolation(page);
		}));

test('axe: after filters and search, nothing left', () =>
	withReport('flood', {}, async (page) => {
		await page.locator('#filters input[name=relation][value=contradiction]').uncheck();
		await expectNoViolation(page);
		await page.locator('#filters input[type=search]').fill('no newspaper ever wrote this');
		await expectNoViolation(page);
	}));

test('axe: a table of articles without dates and rows', () =>
	withReport('undated', {}, async (page) => {
		await expectNoViolation(page);
		await page.locator('#filters input[type=search]').fill('no newspaper ever wrote this');
		await expectNoViolation(page);
	}));

test('axe: a finding that a link led to', () =>
	withReport('flood', {}, async (page) => {
		const link = page.locator('#matrix tbody th a').first();
		await clickWords(page, link);
		await expectInView(page, (await link.getAttribute('href')).slice(1));
		await expectNoViolation(page);
	}));

test("axe: without JavaScript's controls, for paper", () =>
	withReport('flood', {media: {media: 'print'}}, expectNoViolation));
