// SPDX-License-Identifier: Apache-2.0
// Articles that try to be more than text. That nothing runs and nothing is asked for, withReport() sees to.
import assert from 'node:assert/strict';
import fs from 'node:fs';

import {reportData, reportPath, showEverything, texts, withReport} from './browser.mjs';
import {HOSTILE} from './make-hostile.mjs';
import {test} from './tap.mjs';

// What a page may replace: controls, bidi marks, tags, which no reader sees.
const DANGEROUS =
	/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u2028\u2029]|[\u{e0000}-\u{e007f}]/gu;
const readable = (text) => text.replace(DANGEROUS, '').replace(/\s+/g, ' ').trim();

test('hostile: markup in the text is text', () =>
	withReport('hostile', {}, async (page) => {
		await showEverything(page);
		const told = readable(await page.locator('#article-A').textContent());
		for (const bad of HOSTILE)
			assert.ok(
				told.includes(readable(`wrote ${bad} on the wall`)),
				`shown as it is: ${JSON.stringify(bad)}`,
			);
		assert.match(
			(await texts(page, 'h1'))[0],
			/^<script>alert\(13\)<\/script> <\/title> .*& "quotes" \]\]>$/,
		);
		assert.match(await page.title(), /<script>alert\(13\)<\/script> <\/title>/);
	}));

test('hostile: no element and no attribute comes from an article', () =>
	withReport('hostile', {}, async (page) => {
		await showEverything(page);
		const wrong = await page.evaluate(() => [
			...[...document.querySelectorAll('script')]
				.filter(
					(one) =>
						/alert|constructor/.test(one.textContent) &&
						one.type !== 'application/json',
				)
				.map((one) => one.outerHTML.slice(0, 80)),
			...[
				...document.querySelectorAll(
					'img, iframe, object, embed, base, textarea, noscript img, svg:not([role=img]):not([aria-hidden])',
				),
			].map((one) => one.outerHTML.slice(0, 80)),
			...[...document.querySelectorAll('*')]
				.filter((one) => [...one.attributes].some(({name}) => name.startsWith('on')))
				.map((one) => one.outerHTML.slice(0, 80)),
			...[...document.querySelectorAll('[href], [src], [action]')]
				.filter((one) =>
					/^\s*(javascript|data|vbscript):/i.test(
						one.getAttribute('href') ??
							one.getAttribute('src') ??
							one.getAttribute('action'),
					),
				)
				.map((one) => one.outerHTML.slice(0, 80)),
		]);
		assert.deepEqual(wrong, []);
		assert.deepEqual(
			await page.evaluate(() => [
				document.querySelectorAll('main').length,
				document.querySelectorAll('title').length -
					document.querySelectorAll('svg title').length,
				getComputedStyle(document.querySelector('h1')).display !== 'none',
			]),
			[1, 1, true],
		);
	}));

test('hostile: what turns the reading direction or moves a cursor is not in the file', () => {
	const page = fs.readFileSync(reportPath('hostile'), 'utf8');
	const found = page.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu) ?? [];
	assert.deepEqual(
		[...new Set(found)].map((one) => one.codePointAt(0).toString(16)),
		[],
	);
	assert.doesNotMatch(page, /&#(x20[26]|82[39])/i, 'not as a reference either');
});

test('hostile: letters of other scripts and joined emoji pass', () =>
	withReport('hostile', {}, async (page) => {
		const told = await page.locator('#article-A').evaluate((one) => one.textContent);
		for (const good of [
			'e\u0301\u0327',
			'\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
			'\u0645\u0631\u062D\u0628\u0627',
		])
			assert.ok(told.includes(good), good);
	}));

test('hostile: filters, side by side and search handle it', () =>
	withReport('hostile', {}, async (page) => {
		await showEverything(page);
		const {articles} = reportData('hostile');
		for (const letter of ['A', 'B', 'C'].slice(0, articles.length)) {
			await page.locator('#filters select[name=article]').selectOption(letter);
			await page.locator('#choose select[name=left]').selectOption(letter);
			await page.locator('#choose select[name=right]').selectOption(letter === 'A' ? 'B' : 'A');
		}
		await page.locator('#filters input[type=search]').fill('<svg onload=alert(12)>');
		assert.ok(await page.locator('#facing table.facing').isVisible());
		assert.equal(await page.locator('#facing table :is(img, script, svg)').count(), 0);
	}));

test('hostile: without JavaScript, too', () =>
	withReport('hostile', {javaScriptEnabled: false}, async (page) => {
		assert.ok(
			(await page.locator('#findings').textContent()).includes('<img src=x onerror=alert(10)>') ||
				(await page.locator('#articles').textContent()).includes(
					'<img src=x onerror=alert(10)>',
				),
		);
		assert.equal(await page.locator('img, iframe').count(), 0);
	}));
