// The page without this is whole; this adds filters, search, any two articles side by side, keys, themes.
"use strict";
(() => {
	const one = (selector, from = document) => from.querySelector(selector);
	const all = (selector, from = document) => [...from.querySelectorAll(selector)];
	const make = (tag, properties, ...children) => {
		const element = Object.assign(document.createElement(tag), properties);
		element.append(...children);
		return element;
	};

	all(".js").forEach(element => { element.hidden = false; });

	// Filters

	const findings = all(".finding");
	const filters = one("#filters");
	const texts = new Map();

	// What the search looks through, folded; made once for each finding.
	const textOf = finding => {
		if (!texts.has(finding.id))
			texts.set(finding.id, finding.textContent.toLowerCase().replace(/\s+/g, " "));
		return texts.get(finding.id);
	};

	const filter = () => {
		if (!filters)
			return;
		const relations = new Set(all("[name=relation]:checked", filters).map(box => box.value));
		const [rule, article, severity] = ["rule", "article", "severity"].map(name => filters.elements[name].value);
		const text = filters.elements.text.value.trim().toLowerCase().replace(/\s+/g, " ");
		const hidden = new Set();
		for (const finding of findings) {
			const data = finding.dataset;
			finding.hidden = !(relations.has(data.relation) && (!rule || data.rule === rule) &&
				(!article || data.articles.split(" ").includes(article)) &&
				(!severity || data.severity === severity) && (!text || textOf(finding).includes(text)));
			if (finding.hidden)
				hidden.add(finding.id);
		}
		for (const row of all("[data-finding]"))
			row.hidden = hidden.has("finding-" + row.dataset.finding);
		for (const section of all(".relation")) {
			const count = all(".finding", section).length, left = all(".finding:not([hidden])", section).length;
			section.hidden = !left;
			one("h2 .number", section).textContent = left < count ? `${left} of ${count}` : count;
		}
		// What is asked for is unfolded; a table without rows says nothing.
		for (const fold of all(".relation .fold, #matrix .fold")) {
			fold.hidden = !one(".finding:not([hidden]), [data-finding]:not([hidden])", fold);
			fold.open = !fold.hidden;
		}
		const updates = one("#updates");
		if (updates)
			updates.hidden = !one(".chain:not([hidden])", updates);
		one("#shown").textContent = `${findings.length - hidden.size} of ${findings.length} findings`;
	};

	// Of the form's own reset() the button with that id is in the way.
	const clear = () => HTMLFormElement.prototype.reset.call(filters);
	const reset = () => {
		clear();
		filter();
	};

	if (filters) {
		// A rule whose findings are all of relations that are not shown asks for these.
		filters.elements.rule.addEventListener("input", event => {
			const asked = new Set(findings.filter(finding => finding.dataset.rule === event.target.value)
				.map(finding => finding.dataset.relation));
			const boxes = all("[name=relation]", filters).filter(box => asked.has(box.value));
			if (!boxes.some(box => box.checked))
				boxes.forEach(box => { box.checked = true; });
		});
		filters.addEventListener("input", filter);
		filters.addEventListener("submit", event => event.preventDefault());
		one("#reset").addEventListener("click", reset);
		filter();
	}

	// Links: what they lead to may be hidden or folded.

	const unhide = relation => {
		clear();
		one(`[name=relation][value=${relation}]`, filters).checked = true;
		filter();
	};

	const reveal = target => {
		const finding = target.closest(".finding[hidden]"), section = target.closest(".relation[hidden]");
		if (finding)
			unhide(finding.dataset.relation);
		else if (section)
			unhide(section.id.slice("relation-".length));
		else if (target.closest("#updates[hidden]"))
			unhide("update");
		for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details"))
			fold.open = true;
	};

	const follow = () => {
		// No id of the page is written with %.
		const target = document.getElementById(location.hash.slice(1));
		if (!target)
			return;
		reveal(target);
		target.scrollIntoView();
		target.focus({ preventScroll: true });
	};
	addEventListener("hashchange", follow);
	document.addEventListener("click", event => {
		const link = event.target.closest("a[href^='#']");
		// The same link twice changes no hash.
		if (link && link.hash === location.hash)
			follow();
	});

	// Side by side

	const choose = one("#choose");

	const words = text => text.split(/\s+/u).filter(Boolean);
	const bare = word => word.replace(/^["'“”„‘’«»,.;:!?()…]+(?=.)|(?<=.)["'“”„‘’«»,.;:!?()…]+$/gu, "")
		.normalize("NFKC").replaceAll("’", "'").toLowerCase();

	// Word by word and by their bytes in UTF-8, as the program sorts.
	const encoder = new TextEncoder();
	const compare = (one, other) => {
		const [a, b] = [encoder.encode(one), encoder.encode(other)];
		const at = a.findIndex((byte, i) => byte !== b[i]);
		return at < 0 ? a.length - b.length : at < b.length ? a[at] - b[at] : 1;
	};
	const sorts = (one, other) => {
		const at = one.findIndex((word, i) => i < other.length && compare(word, other[i]) !== 0);
		return at < 0 ? one.length < other.length : compare(one[at], other[at]) < 0;
	};

	// Longer passages are not compared, here as in the program.
	const COMPARED_MOST = 500;

	// The words of both that are in no longest common subsequence, as two sets of places. Made for the text that sorts
	// first, so that both directions choose the same of several longest ones.
	const differences = (left, right) => {
		if (left.length > COMPARED_MOST || right.length > COMPARED_MOST)
			return [new Set(), new Set()];
		if (sorts(right, left))
			return differences(right, left).reverse();
		const a = left.map(bare), b = right.map(bare), width = b.length + 1;
		const lengths = new Uint16Array((a.length + 1) * width);
		for (let i = a.length - 1; i >= 0; i--)
			for (let j = b.length - 1; j >= 0; j--)
				lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1] + 1
					: Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
		const lefts = new Set(), rights = new Set();
		for (let i = 0, j = 0; i < a.length || j < b.length;) {
			if (i < a.length && j < b.length && a[i] === b[j])
				i++, j++;
			else if (i < a.length && (j === b.length || lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]))
				lefts.add(i++);
			else
				rights.add(j++);
		}
		return [lefts, rights];
	};

	const sentenceText = sentence => {
		const copy = sentence.cloneNode(true);
		all(".ref", copy).forEach(ref => ref.remove());
		return copy.textContent;
	};

	const cell = (side, sentence, list, others) => {
		const td = make("td", { className: side });
		if (!sentence)
			return td;
		const text = make("span", { dir: "auto" });
		for (let i = 0; i < list.length; i++) {
			if (others.has(i)) {
				const run = [];
				for (; i < list.length && others.has(i); i++)
					run.push(list[i]);
				i--;
				text.append(make("b", { className: "word" }, run.join(" ")), " ");
			} else {
				text.append(list[i] + " ");
			}
		}
		const letter = sentence.id.split("-")[0];
		td.append(make("a", { className: "place", href: "#" + sentence.id }, `${letter}:${sentence.dataset.line}`), " ", text);
		return td;
	};

	const row = (left, right) => {
		const [a, b] = [left, right].map(sentence => sentence ? words(sentenceText(sentence)) : []);
		const [lefts, rights] = left && right ? differences(a, b) : [new Set(), new Set()];
		return make("tr", { className: left && right ? "faces" : "" }, cell("left", left, a, lefts), cell("right", right, b, rights));
	};

	const lay = () => {
		const options = [...choose.elements.left.options].map(option => option.value);
		const [left, right] = [choose.elements.left, choose.elements.right];
		const [x, y] = [options.indexOf(left.value), options.indexOf(right.value)];
		const block = JSON.parse(one("#pairs").textContent).find(pair => pair[0] === Math.min(x, y) && pair[1] === Math.max(x, y));
		const lefts = all(`#article-${left.value} .sentence`), rights = all(`#article-${right.value} .sentence`);
		const facing = new Map();
		for (let i = 0; block && i < block[2].length; i += 2)
			facing.set(block[2][x < y ? i : i + 1], block[2][x < y ? i + 1 : i]);
		if (x === y)
			lefts.forEach((sentence, i) => facing.set(i, i));
		const faced = new Set(facing.values());
		const rows = [];
		const alone = from => {
			for (let i = from; i < rights.length && !faced.has(i); i++)
				rows.push(row(null, rights[i]));
		};
		alone(0);
		lefts.forEach((sentence, i) => {
			rows.push(row(sentence, rights[facing.get(i)] || null));
			if (facing.has(i))
				alone(facing.get(i) + 1);
		});
		one(".facing tbody").replaceChildren(...rows);
		all(".facing thead th").forEach((head, i) => {
			head.textContent = [left, right][i].selectedOptions[0].textContent;
		});
	};

	if (choose) {
		for (const side of [choose.elements.left, choose.elements.right])
			side.value = side.dataset.first;
		choose.addEventListener("input", lay);
		choose.addEventListener("submit", event => event.preventDefault());
		one("#swap").addEventListener("click", () => {
			const { left, right } = choose.elements;
			[left.value, right.value] = [right.value, left.value];
			lay();
		});
	}

	// Keys

	const help = one("#help");
	const step = by => {
		const shown = findings.filter(finding => !finding.hidden);
		const at = shown.findIndex(finding => finding.contains(document.activeElement));
		const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
		if (next) {
			reveal(next);
			next.scrollIntoView({ block: "start" });
			next.focus({ preventScroll: true });
		}
	};
	const keys = {
		j: () => step(1),
		k: () => step(-1),
		m: () => one("#matrix .scroll")?.focus(),
		"/": () => filters?.elements.text.focus(),
		"?": () => help.showModal(),
	};
	one("#keys").addEventListener("click", () => help.showModal());
	one("button", help).addEventListener("click", () => help.close());
	addEventListener("keydown", event => {
		if (event.ctrlKey || event.metaKey || event.altKey || help.open || !one("#shortcuts").checked ||
			event.target.closest("input, select, textarea") || !Object.hasOwn(keys, event.key))
			return;
		event.preventDefault();
		keys[event.key]();
	});

	// Theme

	const themes = ["auto", "light", "dark"];
	one("#theme").addEventListener("click", event => {
		const root = document.documentElement;
		const next = themes[(themes.indexOf(root.dataset.theme || "auto") + 1) % themes.length];
		root.dataset.theme = next;
		event.target.textContent = "Theme: " + next;
	});

	// Print: folds are opened for older engines than those that page.css helps.

	let folded = [];
	addEventListener("beforeprint", () => {
		folded = all("details:not([open])");
		folded.forEach(fold => { fold.open = true; });
	});
	addEventListener("afterprint", () => folded.forEach(fold => { fold.open = false; }));

	follow();
})();
