// SPDX-License-Identifier: Apache-2.0
// The table of claims and articles, and the ways out of it.
import assert from 'node:assert/strict';

import {clickWords, expectInView, reportData, texts, withReport} from './browser.mjs';
import {test} from './tap.mjs';

test('matrix: a caption, a column for each article, a row heading that leads to its finding', () =>
	withReport('flood', {}, async (page) => {
		const articles = reportData('flood').articles.length;
		assert.ok((await page.locator('#matrix table.matrix caption').first().textContent()).trim());
		const letters = await page
			.locator('#matrix table.matrix')
			.first()
			.locator('thead th[scope=col] a[href^="#article-"]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
		assert.equal(letters.length, articles);
		assert.equal(new Set(letters).size, articles);
		const rows = await page.locator('#matrix tbody tr[data-finding]').evaluateAll((all) =>
			all.map((row) => ({
				finding: row.dataset.finding,
				relation: row.dataset.relation,
				rule: row.dataset.rule,
				link: row.querySelector('th[scope=row] a')?.getAttribute('href'),
				cells: row.querySelectorAll('td').length,
				tally: row.querySelector('td.tally')?.textContent.trim(),
			})),
		);
		assert.ok(rows.length > 3);
		for (const row of rows) {
			const finding = reportData('flood').findings.find(({id}) => id === row.finding);
			assert.equal(row.link, `#finding-${row.finding}`);
			assert.equal(row.relation, finding.relation);
			assert.equal(row.rule, finding.rule);
			assert.equal(row.cells, articles + 1);
			assert.ok(row.tally, `${row.finding}: a tally`);
		}
	}));

test('matrix: a cell shows a sign and the value that its article tells, or says that it tells none', () =>
	withReport('flood', {}, async (page) => {
		const {findings} = reportData('flood');
		const columns = await texts(page, '#matrix > .scroll thead a[href^="#article-"]');
		const rows = await page.locator('#matrix tbody tr[data-finding]').evaluateAll((all) =>
			all.map((row) => ({
				finding: row.dataset.finding,
				cells: [...row.querySelectorAll('td:not(.tally)')].map((cell) => ({
					sign: cell.querySelector('.sign')?.textContent.trim(),
					value: cell.querySelector('.value')?.textContent.trim(),
					text: cell.textContent.trim(),
				})),
			})),
		);

		for (const {finding, cells} of rows) {
			const {versions} = findings.find(({id}) => id === finding);
			for (const [at, cell] of cells.entries()) {
				const account = `a${
					columns[at]
						.trim()
						.match(/^[A-Z]+/)[0]
						.charCodeAt(0) - 64
				}`;
				const tells = versions.some(({members}) =>
					members.some(({article}) => article === account),
				);
				assert.equal(
					Boolean(cell.value),
					tells,
					`${finding}, column ${columns[at]}: "${cell.text}"`,
				);
				if (tells) assert.ok(cell.sign, `${finding}, column ${columns[at]}: a sign`);
				else assert.match(cell.text, /not found/);
			}
			// Never by colour alone: what differs has another sign.
			const signs = new Map(cells.filter(({value}) => value).map(({value, sign}) => [value, sign]));
			if (versions.length > 1 && signs.size > 1)
				assert.ok(new Set(signs.values()).size > 1, `${finding}: several signs`);
		}
	}));

test('matrix: contradictions stand first', () =>
	withReport('story-14', {}, async (page) => {
		const relations = await page
			.locator('#matrix tbody tr[data-finding]')
			.evaluateAll((all) => all.map((row) => row.dataset.relation));
		const first = relations.findIndex((relation) => relation !== 'contradiction');
		assert.ok(first > 0);
		assert.ok(!relations.slice(first).includes('contradiction'));
	}));

for (const name of ['flood', 'story-50'])
	test(`matrix: ${name}: a click on a question leads to its finding, a click there to the passage`, () =>
		withReport(name, {}, async (page) => {
			const row = page.locator('#matrix tbody tr[data-relation=contradiction]').first();
			const id = `finding-${await row.getAttribute('data-finding')}`;
			await clickWords(page, row.locator('th[scope=row] a'));
			assert.equal(await page.evaluate(() => location.hash), `#${id}`);
			await expectInView(page, id);
			const link = page.locator(`#${id} blockquote.passage a[href^="#"]`).first();
			const target = (await link.getAttribute('href')).slice(1);
			assert.match(target, /^[A-Z]+-\d+$/);
			await clickWords(page, link);
			await expectInView(page, target);
			assert.equal(
				await page.locator(`#${target}`).evaluate((one) => one.closest('details').open),
				true,
			);
			assert.ok(
				await page.locator(`#${target} :is(mark, .hit)`).count(),
				'what is compared is marked in the article',
			);
			await page.goBack();
			await page.waitForFunction((wanted) => location.hash === `#${wanted}`, id);
		}));

test('matrix: a letter leads to its article and opens it', () =>
	withReport('flood', {}, async (page) => {
		await clickWords(page, page.locator('#matrix thead a[href="#article-C"]').first());
		await page.waitForFunction(() => document.getElementById('article-C').open);
		await expectInView(page, 'article-C');
	}));

test('matrix: a cell leads to its passage', () =>
	withReport('flood', {}, async (page) => {
		const link = page.locator('#matrix tbody tr[data-relation=contradiction] td a').first();
		const target = (await link.getAttribute('href')).slice(1);
		await clickWords(page, link);
		await expectInView(page, target);
		assert.equal(await page.locator(`blockquote.passage#${target}`).count(), 1);
	}));
