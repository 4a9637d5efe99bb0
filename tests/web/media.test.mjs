// SPDX-License-Identifier: Apache-2.0
// Paper, phones, no JavaScript, large text, less motion.
import assert from 'node:assert/strict';

import {reportData, showEverything, texts, withReport} from './browser.mjs';
import {test} from './tap.mjs';

const CONTROLS = ['#filters', '#choose', '#theme', '#reset'];

const widths = (page) =>
	page.evaluate(() => ({
		page: document.scrollingElement.scrollWidth,
		window: document.documentElement.clientWidth,
		wide: [...document.querySelectorAll('body *')]
			.filter((one) => {
				const box = one.getBoundingClientRect();
				let around = one.parentElement;
				while (
					around &&
					!['auto', 'scroll', 'hidden', 'clip'].includes(
						getComputedStyle(around).overflowX,
					)
				)
					around = around.parentElement;
				return (
					box.right > document.documentElement.clientWidth + 1 &&
					box.width &&
					one.checkVisibility() &&
					!around
				);
			})
			.slice(0, 5)
			.map((one) => one.outerHTML.slice(0, 120)),
	}));

async function expectNoSideways(page) {
	const {page: width, window, wide} = await widths(page);
	assert.ok(width <= window, `the page is ${width} wide in a window of ${window}: ${wide.join('\n')}`);
	// What scrolls by itself can be reached by keyboard and has a name.
	const regions = await page.evaluate(() =>
		[...document.querySelectorAll('body *')]
			.filter(
				(one) =>
					one.scrollWidth > one.clientWidth + 1 &&
					['auto', 'scroll'].includes(getComputedStyle(one).overflowX) &&
					one.checkVisibility(),
			)
			.map((one) => ({
				html: one.outerHTML.slice(0, 100),
				stop: one.tabIndex >= 0,
				name: one.getAttribute('aria-label') || one.getAttribute('aria-labelledby'),
			})),
	);
	for (const {html, stop, name} of regions)
		assert.ok(stop && name, `scrolls, but can't be reached or has no name: ${html}`);
}

for (const name of ['flood', 'story-14', 'hostile', 'check'])
	test(`narrow: ${name}: 320 pixels wide, the page does not scroll sideways`, () =>
		withReport(name, {viewport: {width: 320, height: 640}}, async (page) => {
			await showEverything(page);
			await expectNoSideways(page);
		}));

test('large: twice the size, everything still fits', () =>
	withReport('flood', {viewport: {width: 640, height: 450}, deviceScaleFactor: 2}, async (page) => {
		await showEverything(page);
		await expectNoSideways(page);
	}));

test('large: text of twice the size and wide spacing is not cut', () =>
	withReport('flood', {bypassCSP: true}, async (page) => {
		await showEverything(page);
		await page.addStyleTag({
			content: `html { font-size: 200% !important }
		* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
		p { margin-bottom: 2em !important }`,
		});
		await expectNoSideways(page);
		const cut = await page.evaluate(() =>
			[...document.querySelectorAll('main *')]
				.filter((one) => {
					const style = getComputedStyle(one);
					return (
						one.checkVisibility() &&
						one.clientHeight > 2 &&
						['hidden', 'clip'].includes(style.overflowY) &&
						(one.scrollHeight > one.clientHeight + 2 ||
							one.scrollWidth > one.clientWidth + 2)
					);
				})
				.map((one) => one.outerHTML.slice(0, 120)),
		);
		assert.deepEqual(cut, []);
	}));

test('print: no controls, all text', () =>
	withReport('flood', {media: {media: 'print'}}, async (page) => {
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		for (const selector of CONTROLS)
			assert.equal(await page.locator(selector).isVisible(), false, selector);
		const unseen = await page
			.locator('.article .sentence')
			.evaluateAll((all) =>
				all
					.filter(
						(one) =>
							!one.checkVisibility({contentVisibilityAuto: false}) ||
							!one.getClientRects().length,
					)
					.map(({id}) => id),
			);
		assert.deepEqual(unseen, []);
		const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		assert.match(color, /rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/);
	}));

test('print: a PDF comes out, from the dark page as well, and the screen is as before', () =>
	withReport('flood', {colorScheme: 'dark'}, async (page) => {
		const open = () => page.locator('details').evaluateAll((all) => all.map((one) => one.open));
		const before = await open();
		const pdf = await page.pdf({format: 'A4'});
		assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
		assert.ok((pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length >= 3, 'several pages');
		assert.deepEqual(await open(), before);
	}));

for (const name of ['flood', 'story-14', 'check'])
	test(`without JavaScript: ${name}: everything can be read, what would not work is not there`, () =>
		withReport(name, {javaScriptEnabled: false}, async (page) => {
			const {findings, articles} = reportData(name);
			for (const selector of [...CONTROLS, 'dialog'])
				for (const one of await page.locator(selector).all())
					assert.equal(await one.isVisible(), false, selector);
			assert.ok(await page.locator('h1').isVisible());
			assert.equal(await page.locator('.finding').count(), findings.length);
			for (const one of await page.locator('.finding').all())
				assert.ok(
					await one.evaluate((element) => {
						for (const details of [
							element.closest('details'),
							...element.querySelectorAll('details'),
						])
							details?.setAttribute('open', '');
						return element.checkVisibility();
					}),
					'each finding can be seen',
				);
			assert.equal(await page.locator('details.article').count(), articles.length);
			if (articles.length > 1)
				assert.ok(await page.locator('#facing table.facing tr.faces').first().isVisible());
			await page.locator('details.article > summary').first().click();
			assert.ok(await page.locator('details.article .sentence').first().isVisible());
		}));

test('motion: none for those who want none', () =>
	withReport('flood', {reducedMotion: 'reduce'}, async (page) => {
		const moving = await page.evaluate(() =>
			[document.documentElement, ...document.querySelectorAll('*')]
				.filter((one) => {
					const style = getComputedStyle(one);
					return (
						style.animationName !== 'none' ||
						style.scrollBehavior === 'smooth' ||
						style.transitionDuration
							.split(',')
							.some((time) => parseFloat(time) > 0.01)
					);
				})
				.slice(0, 5)
				.map((one) => one.outerHTML.slice(0, 80)),
		);
		assert.deepEqual(moving, []);
	}));

test('50 articles: the page opens, filters and shows two side by side', () =>
	withReport('story-50', {}, async (page) => {
		const total = reportData('story-50').findings.length;
		assert.equal(await page.locator('.finding').count(), total);
		await page.locator('#filters input[name=relation][value=agreement]').check();
		assert.match((await texts(page, '#shown'))[0], new RegExp(`of ${total} findings$`));
		await page.locator('#choose select[name=left]').selectOption('AX');
		await page.locator('#choose select[name=right]').selectOption('C');
		await page.waitForFunction(
			(count) =>
				[...document.querySelectorAll('#facing td.left')].filter((cell) =>
					cell.textContent.trim(),
				).length === count,
			await page.locator('#article-AX span.sentence').count(),
		);
	}));
