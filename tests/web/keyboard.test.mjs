// SPDX-License-Identifier: Apache-2.0
// Keys, deep links, the theme.
import assert from 'node:assert/strict';

import {expectInView, focusedFinding, reportData, visibleFindings, withReport} from './browser.mjs';
import {test} from './tap.mjs';

const focus = (page) =>
	page.evaluate(() => {
		const one = document.activeElement;
		return one.id || one.getAttribute('name') || one.tagName.toLowerCase();
	});

test('keyboard: j and k go through the findings that are shown', () =>
	withReport('flood', {}, async (page) => {
		const shown = await visibleFindings(page);
		await page.keyboard.press('j');
		assert.equal(await focusedFinding(page), shown[0]);
		await page.keyboard.press('j');
		assert.equal(await focusedFinding(page), shown[1]);
		await page.keyboard.press('k');
		assert.equal(await focusedFinding(page), shown[0]);
		await page.keyboard.press('k');
		assert.ok(
			[shown[0], shown.at(-1)].includes(await focusedFinding(page)),
			'before the first there is none, or the last',
		);
		await page.locator('#filters input[name=relation][value=contradiction]').uncheck();
		const rest = await visibleFindings(page);
		await page.evaluate(() => document.activeElement.blur());
		for (const id of rest.slice(0, 3)) {
			await page.keyboard.press('j');
			assert.equal(await focusedFinding(page), id);
		}
		await expectInView(page, await focusedFinding(page));
	}));

test('keyboard: the focus can be seen', () =>
	withReport('flood', {}, async (page) => {
		await page.keyboard.press('j');
		const outline = await page.evaluate(() => {
			const style = getComputedStyle(document.activeElement);
			return {
				outline: style.outlineStyle,
				width: parseFloat(style.outlineWidth),
				shadow: style.boxShadow,
			};
		});
		assert.ok(
			(outline.outline !== 'none' && outline.width >= 1) || outline.shadow !== 'none',
			JSON.stringify(outline),
		);
	}));

test('keyboard: / to the search, where letters are letters; Escape leaves it', () =>
	withReport('flood', {}, async (page) => {
		await page.keyboard.press('/');
		assert.equal(await focus(page), 'text');
		await page.keyboard.type('jkm?/');
		assert.equal(await page.locator('#filters input[type=search]').inputValue(), 'jkm?/');
		assert.equal(await page.locator('dialog#help').evaluate((one) => one.open), false);
	}));

test('keyboard: m to the matrix', () =>
	withReport('flood', {}, async (page) => {
		await page.keyboard.press('j');
		await page.keyboard.press('m');
		assert.ok(await page.evaluate(() => document.activeElement.closest('#matrix') !== null));
	}));

test("keyboard: with Ctrl, Alt or Meta the keys are the browser's", () =>
	withReport('flood', {}, async (page) => {
		for (const key of ['Control+m', 'Alt+m', 'Meta+m']) {
			await page.keyboard.press(key);
			assert.ok(await page.evaluate(() => document.activeElement.closest('#matrix') === null), key);
		}
	}));

test('keyboard: ? opens the help, Escape closes it, the focus returns', () =>
	withReport('flood', {}, async (page) => {
		const help = page.locator('dialog#help');
		await page.keyboard.press('j');
		const before = await focusedFinding(page);
		await page.keyboard.press('?');
		assert.equal(await help.evaluate((one) => one.open && one.matches(':modal')), true);
		assert.ok(await page.evaluate(() => document.activeElement.closest('dialog#help') !== null));
		await page.keyboard.press('j');
		assert.equal(await help.evaluate((one) => one.open), true);
		await page.keyboard.press('Escape');
		assert.equal(await help.evaluate((one) => one.open), false);
		assert.equal(await focusedFinding(page), before);
	}));

test('keyboard: single keys can be switched off', () =>
	withReport('flood', {}, async (page) => {
		await page.keyboard.press('?');
		await page.locator('dialog#help input#shortcuts').uncheck();
		await page.keyboard.press('Escape');
		for (const key of ['j', 'k', 'm', '/', '?']) await page.keyboard.press(key);
		assert.equal(await focusedFinding(page), '');
		assert.equal(await page.locator('dialog#help').evaluate((one) => one.open), false);
		assert.ok(await page.evaluate(() => document.activeElement.closest('#matrix') === null));
	}));

test('keyboard: everything that can be clicked can be reached with Tab', () =>
	withReport('story-2', {}, async (page) => {
		const wanted = await page.evaluate(() => {
			const all = [
				...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]'),
			].filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0);
			all.forEach((one, index) => {
				one.dataset.stop = index;
			});
			return all.length;
		});
		const reached = new Set();
		for (let count = 0; count < wanted + 20; count++) {
			await page.keyboard.press('Tab');
			const stop = await page.evaluate(() => document.activeElement.dataset?.stop);
			if (stop !== undefined) reached.add(stop);
		}
		assert.equal(reached.size, wanted);
	}));

test('deep link: a finding is shown and has the focus, even one that is hidden at first', async () => {
	const {findings} = reportData('flood');
	for (const relation of ['contradiction', 'agreement']) {
		const id = `finding-${findings.findLast((one) => one.relation === relation).id}`;
		await withReport('flood', {hash: `#${id}`}, async (page) => {
			await page.waitForFunction(() => document.activeElement.closest('.finding'));
			assert.equal(await focusedFinding(page), id);
			assert.ok(await page.locator(`#${id}`).isVisible(), relation);
			await expectInView(page, id);
		});
	}
});

test('deep link: to a sentence opens its article; to nothing harms nothing', async () => {
	await withReport('flood', {hash: '#D-3'}, async (page) => {
		await page.waitForFunction(() => document.getElementById('D-3').checkVisibility());
	});
	await withReport('flood', {hash: '#finding-00000000'}, async (page) => {
		assert.ok((await visibleFindings(page)).length > 0);
	});
	await withReport('flood', {hash: '#%E0%A4%A'}, async (page) => {
		assert.ok((await visibleFindings(page)).length > 0);
	});
});

const lightness = (page) =>
	page.evaluate(() => {
		const [red, green, blue] = getComputedStyle(document.body)
			.backgroundColor.match(/[\d.]+/g)
			.map(Number);
		return (red + green + blue) / 3;
	});

test('theme: follows the system, and a button that overrides it', async () => {
	await withReport('flood', {colorScheme: 'dark'}, async (page) => assert.ok((await lightness(page)) < 80));
	await withReport('flood', {colorScheme: 'light'}, async (page) => {
		assert.ok((await lightness(page)) > 200);
		const seen = [];
		for (let count = 0; count < 3; count++) {
			await page.locator('#theme').click();
			const theme = (await page.locator('html').getAttribute('data-theme')) ?? 'auto';
			seen.push(theme);
			assert.equal((await lightness(page)) < 80, theme === 'dark', theme);
			assert.ok(
				(await page.locator('#theme').textContent()).toLowerCase().includes(theme),
				'the button names what it is set to',
			);
		}
		assert.deepEqual([...seen].sort(), ['auto', 'dark', 'light']);
	});
});
