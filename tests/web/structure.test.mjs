// SPDX-License-Identifier: Apache-2.0
// What the page holds: its parts, ids and links, and that it tells what the same run's JSON tells.
import assert from 'node:assert/strict';
import fs from 'node:fs';

import {reportData, reportPath, texts, withReport} from './browser.mjs';
import {test} from './tap.mjs';

const ALL = ['story-1', 'story-2', 'story-14', 'story-50', 'hostile', 'flood', 'talks', 'check'];
const letter = (index) =>
	(index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

for (const name of ALL)
	test(`structure: ${name}: ids are unique and every link inside leads somewhere`, () =>
		withReport(name, {}, async (page) => {
			const wrong = await page.evaluate(() => {
				const seen = new Set();
				const problems = [];

				for (const {id} of document.querySelectorAll('[id]')) {
					if (seen.has(id)) problems.push(`twice: ${id}`);
					seen.add(id);
				}
				for (const link of document.querySelectorAll('a[href^="#"]'))
					if (!seen.has(decodeURIComponent(link.getAttribute('href').slice(1))))
						problems.push(`nowhere: ${link.getAttribute('href')}`);
				for (const attribute of [
					'for',
					'headers',
					'aria-labelledby',
					'aria-describedby',
					'aria-controls',
					'aria-owns',
				])
					for (const one of document.querySelectorAll(`[${attribute}]`))
						for (const id of one.getAttribute(attribute).split(/\s+/))
							if (!seen.has(id)) problems.push(`${attribute}: ${id}`);
				return [...new Set(problems)].slice(0, 20);
			});
			assert.deepEqual(wrong, []);
		}));

for (const name of ALL)
	test(`structure: ${name}: the findings are those of the JSON`, () =>
		withReport(name, {}, async (page) => {
			const data = reportData(name);
			const told = await page.locator('.finding').evaluateAll((all) =>
				all.map((one) => ({
					id: one.id.replace(/^finding-/, ''),
					relation: one.dataset.relation,
					rule: one.dataset.rule,
					severity: one.dataset.severity,
					articles: one.dataset.articles.split(' ').sort().join(' '),
				})),
			);
			const wanted = data.findings.map((finding) => ({
				id: finding.id,
				relation: finding.relation,
				rule: finding.rule,
				severity: finding.severity,
				articles: [
					...new Set(
						finding.versions.flatMap(({members}) =>
							members.map(({article}) =>
								letter(Number(article.slice(1)) - 1),
							),
						),
					),
				]
					.sort()
					.join(' '),
			}));
			const byId = (a, b) => (a.id < b.id ? -1 : 1);

			assert.deepEqual(told.sort(byId), wanted.sort(byId));
		}));

for (const name of ['flood', 'story-14', 'check'])
	test(`structure: ${name}: every version and the words of every passage stand in their finding`, () =>
		withReport(name, {}, async (page) => {
			const blank = (text) => text.replace(/\s+/g, ' ').trim();
			const told = Object.fromEntries(
				await page
					.locator('.finding')
					.evaluateAll((all) =>
						all.map((one) => [
							one.id,
							[...one.querySelectorAll('blockquote.passage mark')].map(
								({textContent}) => textContent,
							),
						]),
					),
			);
			for (const finding of reportData(name).findings) {
				const marks = told[`finding-${finding.id}`].map(blank);
				for (const version of finding.versions)
					assert.ok(
						version.members.some(({text}) => marks.includes(blank(text))),
						`${finding.id}: "${version.members[0].text}" is not among ${JSON.stringify(marks)}`,
					);
			}
		}));

test('structure: the articles hold every sentence of theirs', () =>
	withReport('flood', {}, async (page) => {
		for (const [index, article] of reportData('flood').articles.entries()) {
			const sentences = page.locator(`details.article#article-${letter(index)} span.sentence`);
			assert.equal(await sentences.count(), article.sentences.length);
			assert.equal(await sentences.first().getAttribute('id'), `${letter(index)}-0`);
		}
	}));

test('structure: landmarks, one heading of the first rank, headings without gaps, a skip link first', () =>
	withReport('flood', {}, async (page) => {
		assert.equal(await page.locator('main').count(), 1);
		assert.deepEqual(await texts(page, 'h1'), ['Dam burst above Brannick, March 2031']);
		for (const id of ['summary', 'matrix', 'facing', 'updates', 'articles', 'not-compared'])
			assert.equal(await page.locator(`main section#${id}`).count(), 1, id);
		assert.equal(
			await page.locator('main #findings .finding').count(),
			await page.locator('.finding').count(),
		);
		const ranks = await page
			.locator('h1, h2, h3, h4, h5, h6')
			.evaluateAll((all) => all.map(({tagName}) => Number(tagName[1])));
		assert.equal(ranks[0], 1);
		for (let at = 1; at < ranks.length; at++)
			assert.ok(
				ranks[at] <= ranks[at - 1] + 1,
				`heading ${at}: h${ranks[at]} behind h${ranks[at - 1]}`,
			);
		await page.keyboard.press('Tab');
		const first = await page.evaluate(() => ({
			href: document.activeElement.getAttribute('href'),
			visible:
				document.activeElement.checkVisibility() &&
				document.activeElement.getBoundingClientRect().left >= 0,
		}));
		assert.match(first.href, /^#/);
		assert.ok(first.visible, 'the skip link shows when it has the focus');
		assert.ok(
			await page.locator(`main${first.href}, main ${first.href}`).count(),
			'the skip link leads into main',
		);
	}));

test('structure: no updates, no section of updates', () =>
	withReport('story-1', {}, async (page) => {
		assert.equal(await page.locator('#updates').count(), 0);
	}));

test('structure: language, title, viewport, and a policy that forbids everything else', () =>
	withReport('flood', {}, async (page) => {
		assert.equal(await page.locator('html').getAttribute('lang'), 'en');
		assert.match(await page.title(), /Dam burst above Brannick/);
		assert.match(await page.locator('meta[name=viewport]').getAttribute('content'), /width=device-width/);
		const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
		assert.match(policy, /default-src 'none'/);
		assert.doesNotMatch(policy, /unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
	}));

test('structure: nothing is loaded from anywhere', () => {
	const page = fs.readFileSync(reportPath('flood'), 'utf8');
	assert.doesNotMatch(
		page,
		/<(script|link|img|iframe|object|embed|source|video|audio)\b[^>]*\b(src|href|data)=/i,
	);
	assert.doesNotMatch(page, /@import|url\(\s*["']?(?!data:|#)/i);
	assert.doesNotMatch(page, /<base\b|<form\b[^>]*\baction=|\son[a-z]+\s*=\s*["']/i);
});

test('structure: the same input gives the same page, the size is within bounds', () => {
	const bytes = fs.statSync(reportPath('story-50')).size;
	assert.ok(bytes < 5_000_000, `50 articles: ${bytes} bytes`);
	assert.ok(fs.statSync(reportPath('story-14')).size < 2_000_000);
});

test('structure: updates are told as a picture with words', () =>
	withReport('flood', {}, async (page) => {
		const chains = page.locator('#updates figure.chain');
		assert.equal(
			await chains.count(),
			reportData('flood').findings.filter(({relation}) => relation === 'update').length,
		);
		for (const chain of await chains.all()) {
			assert.ok((await chain.locator('figcaption').innerText()).trim(), 'the picture has a caption');
			// Without an order, or of what are no figures, the caption tells it alone.
			const svg = chain.locator('svg');
			if (!(await svg.count())) continue;
			assert.equal(await svg.getAttribute('role'), 'img');
			assert.ok((await svg.locator('title').textContent()).trim(), 'the picture has a title');
			const box = await svg.boundingBox();
			assert.ok(box.width > 100 && box.height > 20, 'the picture is large enough to see');
		}
		assert.ok((await page.locator('#updates svg circle').count()) > 1, 'there is a picture');
		const toll = reportData('flood').findings.find(({rule}) => rule === 'deaths');
		const told = (await texts(page, '#updates figcaption')).join(' ');
		for (const {label} of toll.versions) assert.ok(told.includes(label), `${label} is told in words`);
	}));
