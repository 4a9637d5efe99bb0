// SPDX-License-Identifier: Apache-2.0
// Writes a story whose every part tries to be more than text: markup, scripts, ends of what a page could wrap it in, bidi
// overrides, control characters; in titles, outlets, credits, file names, sentences, and in what is compared.
//
//   node make-hostile.mjs FOLDER   →   FOLDER/cluster.yml and articles
import fs from 'node:fs';
import path from 'node:path';

export const HOSTILE = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(2)>',
	'"><svg onload=alert(3)>',
	'</script><b>four</b>',
	']]>',
	'--><i>five</i>',
	'<!--',
	"'onmouseover='alert(6)",
	'&lt;u&gt;&#60;&amp;',
	'</style></title></textarea></noscript>',
	'javascript:alert(7)',
	'${alert(8)}',
	'{{constructor.constructor("alert(9)")()}}',
	'\u202Eesrever\u202C',
	'\u2066isolate\u2069',
	'\u200Fmark\u061C',
	'\u0007bell\u001b[31mred',
	'\u0085next\u009bline',
	'\uFEFFbom',
	'\uFFFE',
	'\u2028separator\u2029',
	'e\u0301\u0327',
	'\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
	'\u0645\u0631\u062D\u0628\u0627',
	'\u{E0041}tag',
	'`rm -rf`',
];

const sentences = (toll, name, modal, which) => [
	`The ferry ${HOSTILE[which]} Saint Odile caught fire on Tuesday and ${toll} people were killed.`,
	`Captain ${name} <img src=x onerror=alert(10)> Aldersey was the last to leave the ship ${HOSTILE[which + 1]}.`,
	`"We ${modal} find out <script>alert(11)</script> what happened and we will not hide anything," said Edda Kolling.`,
	`The damage of the "><svg onload=alert(12)> fire is put at ${toll} million euros.`,
	...HOSTILE.map((bad, index) => `Witness number ${index + 1} wrote ${bad} on the wall of the harbour office.`),
];

export function makeHostile(folder) {
	const article = (file, keys, title, lines) => {
		fs.mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
		fs.writeFileSync(path.join(folder, file), `${title}\n\n${lines.join('\n\n')}\n`);
		return `  - ${JSON.stringify({file, ...keys})}`;
	};
	const yaml = [
		'title: "<script>alert(13)</script> </title> \\u202Eyrots & \\"quotes\\" ]]>"',
		'language: en',
		'articles:',
		article(
			'<img src=x onerror=alert(14)>.txt',
			{
				outlet: '"><svg onload=alert(15)>',
				credit: '<b>Wire</b> & Co.',
				published: '2032-05-11T09:00+02:00',
				url: 'javascript:alert(16)',
			},
			'<script>alert(17)</script> Five dead </title>',
			sentences(5, 'Ruben', 'will', 0),
		),
		article(
			'</script>.txt',
			{
				outlet: '</option></select><script>alert(18)</script>',
				credit: "' onclick='alert(19)",
				published: '2032-05-11T15:00+02:00',
				url: 'https://example.invalid/"onmouseover="alert(20)',
			},
			'Nine dead ]]> --> \u202Edaed',
			sentences(9, 'Reuben', 'shall', 2),
		),
		article(
			'c "quoted" & &amp; \u202Efdp.txt',
			{outlet: 'data:text/html,<script>alert(21)</script>', published: '2032-05-12'},
			'Three dead </style><style>*{display:none}</style>',
			sentences(3, 'Ruben', 'must', 4),
		),
	];

	fs.mkdirSync(folder, {recursive: true});
	fs.writeFileSync(path.join(folder, 'cluster.yml'), `${yaml.join('\n')}\n`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.resolve(new URL(import.meta.url).pathname)) {
	if (!process.argv[2]) {
		console.error('usage: node make-hostile.mjs FOLDER');
		process.exit(2);
	}
	makeHostile(process.argv[2]);
}
