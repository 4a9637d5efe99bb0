// SPDX-License-Identifier: Apache-2.0
// Filters, search, and two articles side by side.
import assert from 'node:assert/strict';

import {reportData, texts, visibleFindings, withReport} from './browser.mjs';
import {test} from './tap.mjs';

const folded = ['agreement', 'fuller'];
const ids = (findings) => findings.map(({id}) => `finding-${id}`).sort();
const notable = (name) => reportData(name).findings.filter(({relation}) => !folded.includes(relation));

async function expectShown(page, name, findings) {
	assert.deepEqual((await visibleFindings(page)).sort(), ids(findings));
	assert.equal(
		(await texts(page, '#shown'))[0],
		`${findings.length} of ${reportData(name).findings.length} findings`,
	);
	// The matrix hides the same.
	const rows = await page
		.locator('#matrix tbody tr[data-finding]')
		.evaluateAll((all) =>
			all.map((row) => ({id: row.dataset.finding, hidden: row.hidden, seen: row.checkVisibility()})),
		);
	const shown = new Set(findings.map(({id}) => id));
	for (const row of rows) {
		assert.equal(row.hidden, !shown.has(row.id), `matrix row ${row.id}`);
		assert.equal(row.seen, shown.has(row.id), `matrix row ${row.id}`);
	}
}

const relation = (page, value) => page.locator(`#filters input[name=relation][value=${value}]`);

test('filters: at first all but agreements and what is told more fully', () =>
	withReport('flood', {}, async (page) => {
		for (const {value, checked} of await page
			.locator('#filters input[name=relation]')
			.evaluateAll((all) => all.map((one) => ({value: one.value, checked: one.checked}))))
			assert.equal(checked, !folded.includes(value), value);
		assert.ok(await page.locator('#filters').isVisible());
		await expectShown(page, 'flood', notable('flood'));
	}));

test('filters: by relation', () =>
	withReport('flood', {}, async (page) => {
		const all = reportData('flood').findings;
		await relation(page, 'contradiction').uncheck();
		await expectShown(
			page,
			'flood',
			notable('flood').filter((one) => one.relation !== 'contradiction'),
		);
		await relation(page, 'contradiction').check();
		await relation(page, 'agreement').check();
		if (await relation(page, 'fuller').count()) await relation(page, 'fuller').check();
		await expectShown(page, 'flood', all);
	}));

test('filters: by rule, by article, by severity, together, and reset', () =>
	withReport('story-14', {}, async (page) => {
		const wanted = notable('story-14');
		const rule = wanted[0].rule;
		await page.locator('#filters select[name=rule]').selectOption(rule);
		await expectShown(
			page,
			'story-14',
			wanted.filter((one) => one.rule === rule),
		);
		await page.locator('#reset').click();
		await expectShown(page, 'story-14', wanted);
		const tells = (one, article) =>
			one.versions.some(({members}) => members.some((member) => member.article === article));
		await page.locator('#filters select[name=article]').selectOption('B');
		await expectShown(
			page,
			'story-14',
			wanted.filter((one) => tells(one, 'a2')),
		);
		const level = wanted.find((one) => tells(one, 'a2')).severity;
		await page.locator('#filters select[name=severity]').selectOption(level);
		const ranks = ['note', 'warning', 'error'];
		const shown = (await visibleFindings(page)).sort();
		const both = wanted.filter((one) => tells(one, 'a2'));
		// "At least" or "exactly": both are ways to filter, but it must be one of them.
		const exactly = ids(both.filter((one) => one.severity === level));
		const atLeast = ids(both.filter((one) => ranks.indexOf(one.severity) >= ranks.indexOf(level)));
		assert.ok(
			[exactly, atLeast].some((list) => JSON.stringify(list) === JSON.stringify(shown)),
			shown.join(' '),
		);
		await page.locator('#reset').click();
		await expectShown(page, 'story-14', wanted);
		assert.equal(await page.locator('#filters select[name=article]').inputValue(), '');
		assert.equal(await relation(page, 'agreement').isChecked(), false);
	}));

test('filters: search in what a finding tells, whatever the case', () =>
	withReport('flood', {}, async (page) => {
		const search = page.locator('#filters input[type=search][name=text]');
		const wanted = notable('flood').find(({relation}) => relation === 'contradiction');
		const words = wanted.versions[0].members[0].text;
		await search.fill(`  ${words.toUpperCase()} `);
		await page.waitForFunction(() => [...document.querySelectorAll('.finding')].some((one) => one.hidden));
		const shown = await visibleFindings(page);
		assert.ok(
			shown.includes(`finding-${wanted.id}`) && shown.length < notable('flood').length,
			`${shown.length} shown`,
		);
		for (const id of shown)
			assert.ok(
				(await page.locator(`#${id}`).textContent())
					.replace(/\s+/g, ' ')
					.toLowerCase()
					.includes(words.toLowerCase()),
			);
		await search.fill('no newspaper ever wrote this');
		await expectShown(page, 'flood', []);
		await search.fill('');
		await expectShown(page, 'flood', notable('flood'));
		await search.fill('.*[(');
		await expectShown(page, 'flood', []);
		await page.locator('#reset').click();
		assert.equal(await search.inputValue(), '');
		await expectShown(page, 'flood', notable('flood'));
	}));

test('filters: how many are shown is told to those who do not see it', () =>
	withReport('flood', {}, async (page) => {
		const shown = page.locator('output#shown');
		assert.equal(await shown.count(), 1);
		assert.notEqual(await shown.getAttribute('aria-live'), 'off');
	}));

test('filters: Enter in the search does not leave the page', () =>
	withReport('flood', {}, async (page) => {
		await page.locator('#filters input[type=search]').fill('dam');
		const before = page.url();
		await page.keyboard.press('Enter');
		assert.equal(page.url(), before);
		assert.equal(await page.locator('#filters input[type=search]').inputValue(), 'dam');
	}));

const facing = (page) =>
	page.locator('#facing table.facing tr').evaluateAll((all) =>
		all
			.map((row) => ({
				faces: row.classList.contains('faces'),
				left: row.querySelector('td.left')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
				right: row.querySelector('td.right')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
				words: row.querySelectorAll('b.word').length,
			}))
			.filter(({left, right}) => left || right),
	);

test('side by side: two articles are chosen at first, and every sentence of them is there once', () =>
	withReport('flood', {}, async (page) => {
		const [left, right] = [
			await page.locator('#choose select[name=left]').inputValue(),
			await page.locator('#choose select[name=right]').inputValue(),
		];
		assert.notEqual(left, right);
		const rows = await facing(page);
		const sentences = (letter) => page.locator(`#article-${letter} span.sentence`).count();
		assert.equal(rows.filter((row) => row.left).length, await sentences(left));
		assert.equal(rows.filter((row) => row.right).length, await sentences(right));
		assert.ok(
			rows.some(({faces}) => faces),
			'some face each other',
		);
		for (const row of rows) assert.equal(row.faces, Boolean(row.left && row.right));
		assert.ok(
			rows.some(({faces, words}) => faces && words > 0),
			'differing words are marked',
		);
	}));

for (const [left, right] of [
	['A', 'C'],
	['C', 'A'],
	['E', 'B'],
])
	test(`side by side: ${left} beside ${right}`, () =>
		withReport('flood', {}, async (page) => {
			await page.locator('#choose select[name=left]').selectOption(left);
			await page.locator('#choose select[name=right]').selectOption(right);
			await page.waitForFunction(
				(count) =>
					[...document.querySelectorAll('#facing td.left')].filter((cell) =>
						cell.textContent.trim(),
					).length === count,
				await page.locator(`#article-${left} span.sentence`).count(),
			);
			// Without the links to findings behind what is compared.
			const plain = (letter) =>
				page.locator(`#article-${letter} span.sentence`).evaluateAll((all) =>
					all.map((one) => {
						const copy = one.cloneNode(true);
						copy.querySelectorAll('.ref').forEach((ref) => ref.remove());
						return copy.textContent.replace(/\s+/g, ' ').trim();
					}),
				);
			const rows = await facing(page);
			const told = (side) => rows.map((row) => row[side]).filter(Boolean);
			const wanted = [await plain(left), await plain(right)];
			for (const [at, side] of ['left', 'right'].entries()) {
				assert.equal(told(side).length, wanted[at].length);
				for (const [index, text] of told(side).entries())
					if (side === 'left')
						assert.equal(text.replace(/^[A-Z]+:\d+ /, ''), wanted[at][index]);
					else assert.ok(wanted[at].includes(text.replace(/^[A-Z]+:\d+ /, '')), text);
			}
			assert.ok(rows.some(({faces, words}) => faces && words > 0));
		}));

test('side by side: the same pairs face each other from either side', () =>
	withReport('flood', {}, async (page) => {
		const pairs = async (left, right) => {
			await page.locator('#choose select[name=left]').selectOption(left);
			await page.locator('#choose select[name=right]').selectOption(right);
			return (await facing(page)).filter(({faces}) => faces);
		};
		const one = (await pairs('B', 'D')).map((row) => `${row.left} | ${row.right}`).sort();
		const other = (await pairs('D', 'B')).map((row) => `${row.right} | ${row.left}`).sort();
		assert.ok(one.length > 2);
		assert.deepEqual(one, other);
	}));

test('side by side: one article beside itself is not offered, or harmless', () =>
	withReport('flood', {}, async (page) => {
		const right = page.locator('#choose select[name=right]');
		await page.locator('#choose select[name=left]').selectOption(await right.inputValue());
		const [left, now] = [
			await page.locator('#choose select[name=left]').inputValue(),
			await right.inputValue(),
		];
		const rows = await facing(page);
		assert.ok(rows.length > 0);
		if (left === now)
			assert.equal(
				rows.reduce((sum, {words}) => sum + words, 0),
				0,
				'an article does not differ from itself',
			);
	}));

const wordMarks = (page) =>
	page
		.locator('#facing table.facing tbody tr')
		.evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('b.word')].map((word) => word.textContent)));

for (const name of ['flood', 'talks', 'story-14'])
	test(`side by side: ${name}: laid out again, the same two articles look the same`, () =>
		withReport(name, {}, async (page) => {
			const before = await wordMarks(page);

			assert.ok(before.flat().length > 3);
			await page.locator('#choose').dispatchEvent('input');
			assert.deepEqual(await wordMarks(page), before);
		}));

test('filters: without updates there is no heading of them', () =>
	withReport('flood', {}, async (page) => {
		assert.ok(await page.locator('#updates').isVisible());
		await page.locator('[name=relation][value=update]').uncheck();
		assert.ok(!(await page.locator('#updates').isVisible()));
	}));

test('filters: a rule whose findings are folded shows them', () =>
	withReport('flood', {}, async (page) => {
		await page.locator('#filters select[name=rule]').selectOption('told-alike');
		assert.ok(await page.locator('#filters input[value=agreement]').isChecked());
		assert.ok((await page.locator('.finding[data-rule=told-alike]:visible').count()) > 3);
	}));
