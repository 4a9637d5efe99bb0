// SPDX-License-Identifier: Apache-2.0
// Writes an invented story as N articles told by N newsrooms, which differ as newsrooms do: tolls that rise, lengths,
// clock times, sums, spellings, quotations worded from memory, agency reprints, articles without a date.
//
//   node make-story.mjs 14 FOLDER   →   FOLDER/cluster.yml, FOLDER/01-harrow-post.txt …
//
// The same N gives the same bytes. Every place, person and outlet is invented.
import fs from 'node:fs';
import path from 'node:path';

// Park and Miller's generator: a table of answers may depend on it for ever.
function dice(seed) {
	let state = seed;
	return (sides) => {
		state = (state * 48271) % 2147483647;
		return state % sides;
	};
}

const OUTLETS = [
	'Harrow Post',
	'Ellane Observer',
	'Northshore Wire',
	'Daily Lantern',
	'Coast Chronicle',
	'Morning Signal',
	'The Quayside',
	'Veldan Mirror',
	'Island Gazette',
	'Tidewater Times',
	'Evening Beacon',
	'Sound Bulletin',
	'Marrow Herald',
	'Capital Ledger',
	'Radio Ellane',
	'The Pilot',
	'Southern Argus',
	'Harbour Standard',
	'Inland Telegraph',
	'Weekly Compass',
];

// Each fact: a question of the story, the clauses that tell it, who says so, and its values: several make a conflict.
// {0} stands for the value; of RISING ones a later article tells a later one.
const FACTS = [
	{
		tell: [
			'a fire broke out on the ferry Saint Odile off Port Ellane {0}',
			'the ferry Saint Odile caught fire {0} off Port Ellane',
		],
		who: 'the coastguard',
		values: ['on Tuesday morning', 'on Tuesday morning', 'early on Tuesday', 'late on Monday'],
	},
	{
		rising: [3, 3, 5, 8, 8, 9, 11, 12],
		who: 'the regional police',
		tell: [
			'at least {0} people were killed in the fire',
			'the fire killed {0} people',
			'{0} people died in the blaze',
		],
	},
	{
		rising: [17, 17, 14, 9, 9, 6],
		who: 'the coastguard',
		tell: [
			'{0} passengers are still missing',
			'{0} passengers were missing',
			'there are still {0} people missing',
		],
	},
	{
		tell: [
			'the ferry was {0} from the shore when the alarm was raised',
			'when the alarm was raised, the ferry was {0} from the shore',
		],
		who: 'the harbour master',
		values: ['4 kilometres', '4 kilometres', '2.5 miles', '9 kilometres'],
	},
	{
		tell: [
			'the ferry carried {0} passengers and a crew of 24',
			'on board the ferry were {0} passengers and a crew of 24',
			'the ferry had {0} passengers and 24 crew members on board',
		],
		who: 'the operator Larkline',
		values: ['312', '312', '312', '321', '298'],
	},
	{
		tell: [
			'the Saint Odile is {0} long and was built in 1997',
			'the Saint Odile, built in 1997, is {0} long',
		],
		who: 'the shipping register',
		values: ['118 metres', '118 metres', '387 feet', '181 metres'],
	},
	{
		tell: [
			'the fire started in the engine room at about {0}',
			'at about {0} the fire started in the engine room',
		],
		who: 'the fire brigade',
		values: ['5:40 a.m.', '5:40 a.m.', '5:40 a.m.', '6:20 a.m.'],
	},
	{
		tell: ['Captain {0} was the last to leave the ship', 'the last to leave the ship was Captain {0}'],
		who: 'the coastguard',
		values: ['Ruben Aldersey', 'Ruben Aldersey', 'Reuben Aldersey', 'Ruben Aldersay'],
	},
	{
		quote: 'The smoke came {0} the stairs before anyone rang a bell',
		who: 'Nora Tamsin, a passenger,',
		values: ['up', 'up', 'right up', 'down'],
	},
	{
		quote: 'We {0} find out what happened and we will not hide anything',
		who: 'Edda Kolling, the transport minister,',
		values: ['will', 'will', 'shall', 'must'],
	},
	{
		plain: [
			'Larkline {0} a request for comment.',
			'The operator of the ferry, Larkline, {0} a request for comment.',
			'Asked about the alarm, Larkline {0} a request for comment.',
		],
		values: ['did not respond to', 'declined', 'did not respond to'],
	},
	{
		tell: [
			'the transport minister {0} close the route until the inquiry ends',
			'until the inquiry ends the transport minister {0} close the route',
		],
		who: 'her office',
		values: ['will', 'might', 'would'],
	},
	{
		tell: ['the damage is put at {0}', 'the fire caused damage of {0}'],
		who: 'the insurer Halden Mutual',
		values: ['40 million euros', '40 million euros', '14 million euros'],
	},
	{
		tell: [
			'some {0} people were taken to the hospital in Port Ellane',
			'the hospital in Port Ellane treated some {0} people',
		],
		who: 'the regional health office',
		values: ['60', '60', '85'],
	},
	{
		tell: [
			'a {0}-year-old girl was pulled from the water by a fishing boat',
			'a fishing boat pulled a {0}-year-old girl from the water',
		],
		who: 'the harbour master',
		values: ['seven', 'seven', 'nine'],
	},
	{
		tell: ['the fire was {0} by noon', 'by noon the fire was {0}'],
		who: 'the fire brigade',
		values: ['put out', 'put out', 'under control'],
	},
	{
		tell: ['the sprinklers {0} during the fire', 'during the fire the sprinklers {0}'],
		who: 'the operator Larkline',
		values: ['worked', 'did not work'],
	},
	{
		tell: ['the ship was last inspected in {0}', 'the last inspection of the ship was in {0}'],
		who: 'the maritime office',
		values: ['March', 'March', 'May'],
	},
	{
		plain: [
			'The inquiry is led by {0}, a retired judge.',
			'A retired judge, {0}, leads the inquiry.',
			'The judge who leads the inquiry is {0}.',
		],
		values: ['Tomas Verrin', 'Tomas Verrin', 'Thomas Verrin'],
	},
	{
		tell: [
			'Larkline has {0} ferries on the route to the islands',
			'on the route to the islands Larkline has {0} ferries',
		],
		who: 'the company',
		values: ['six', 'six', 'seven'],
	},
	{
		tell: [
			'the route to the islands is used by {0} people a year',
			'{0} people a year use the route to the islands',
		],
		who: 'the ministry',
		values: ['1.2 million', '1.2 million', '2.1 million'],
	},
	{
		plain: [
			'A fire on the ferry Saint Bride killed 19 people in the same strait in 1988.',
			'In 1988, 19 people died in the same strait in a fire on the ferry Saint Bride.',
		],
		values: [''],
	},
];

// What one newsroom alone tells: a person, a place, what happened there, in one of four orders.
const PEOPLE = [
	'a baker',
	'two pilots',
	'the lighthouse keeper',
	'a choir of pensioners',
	'a vet',
	'the night porter',
	'a class from Dunmere',
	'three welders',
	'a beekeeper',
	'the organist',
	'a retired diver',
	'twins from Oster',
];
const DEEDS = [
	'kept lamps burning',
	'handed out socks',
	'counted the lifeboats',
	'sang old hymns',
	'wrote down names',
	'boiled water',
	'fed four dogs',
	'shovelled sand',
	'lent strangers a telephone',
	'carried mattresses',
	'repaired a radio',
	'waited for cousins',
	'poured tea',
	'sewed blankets',
];
const PLACES = [
	'in Cleeve Street',
	'behind the fish hall',
	'below the crane',
	'outside the customs house',
	'near Brannoc chapel',
	'in a closed cinema',
	'on the quay',
	'beside the weighbridge',
	'in a school kitchen',
	'at the bus depot',
	'by the savings bank',
	'between stacked containers',
];
const MOODS = [
	'unasked',
	'while gulls circled',
	'as the tide turned',
	'until a priest came',
	'although it rained',
	'before the first bus',
	'for lack of keys',
	'with doors wide open',
	"to the neighbours' surprise",
	'so that children slept',
];

const upper = (text) => text[0].toUpperCase() + text.slice(1);

function alone(roll) {
	const [who, deed, place, mood] = [PEOPLE, DEEDS, PLACES, MOODS].map((list) => list[roll(list.length)]);

	return [
		() => `${upper(place)}, ${who} ${deed}, ${mood}.`,
		() => `${upper(who)} ${deed} ${place}, ${mood}.`,
		() => `${upper(mood)}, ${who} ${deed} ${place}.`,
		() => `${upper(place)} help came, too: ${who} ${deed}.`,
	][roll(4)]();
}

const slug = (text) => text.toLowerCase().replace(/[^a-z]+/g, '-');
const two = (number) => String(number).padStart(2, '0');

// A clause and who says so, in one of seven orders.
function attributed(clause, who, outlet, roll) {
	return [
		() => `${upper(clause)}, ${who} said.`,
		() => `${upper(clause)}, according to ${who}.`,
		() => `${upper(who)} said ${clause}.`,
		() => `${upper(who)} told reporters that ${clause}.`,
		() => `${upper(who)} told ${outlet} that ${clause}.`,
		() => `As ${who} put it, ${clause}.`,
		() => `According to ${who}, ${clause}.`,
	][roll(7)]();
}

function sentence(fact, order, count, outlet, roll) {
	const value = fact.rising
		? fact.rising[Math.floor((order * fact.rising.length) / count)]
		: fact.values[roll(fact.values.length)];
	const fill = (text) => text.replace('{0}', value);

	if (fact.plain) return fill(fact.plain[roll(fact.plain.length)]);
	if (fact.quote) {
		const who = fact.who.replace(/,$/, '');
		return [
			() => `"${fill(fact.quote)}," said ${who}.`,
			() => `"${fill(fact.quote)}," ${fact.who} told reporters.`,
			() => `${fact.who} said: "${fill(fact.quote)}."`,
		][roll(3)]();
	}
	return attributed(fill(fact.tell[roll(fact.tell.length)]), fact.who, outlet, roll);
}

function body(order, count, outlet, roll) {
	const chosen = FACTS.filter((fact, index) => index < 2 || count < 4 || roll(20) < 11);
	// Newsrooms order what follows as they like.
	for (let at = chosen.length - 1; at > 3; at--) {
		const other = 3 + roll(at - 2);
		[chosen[at], chosen[other]] = [chosen[other], chosen[at]];
	}
	const sentences = chosen.map((fact) => sentence(fact, order, count, outlet, roll));
	for (let rest = 14 + roll(8); rest > 0; rest--)
		sentences.splice(2 + roll(sentences.length - 2), 0, alone(roll));
	const paragraphs = [];
	while (sentences.length) paragraphs.push(sentences.splice(0, 1 + roll(3)).join(' '));
	return paragraphs;
}

const HEADS = [
	'Ferry fire off Port Ellane kills {0}',
	'{0} dead as ferry burns off Port Ellane',
	'Port Ellane: {0} killed in fire on ferry',
];

export function makeStory(count, folder) {
	const roll = dice(4711 + count);
	const yaml = ['title: "Ferry fire off Port Ellane, May 2032"', 'language: en', 'articles:'];
	let agency;

	fs.mkdirSync(folder, {recursive: true});
	for (let order = 0; order < count; order++) {
		const round = Math.floor(order / OUTLETS.length);
		const outlet =
			OUTLETS[order % OUTLETS.length] +
			(round ? ` ${['Weekend', 'Online', 'International'][round - 1] ?? round}` : '');
		const toll = FACTS[1].rising[Math.floor((order * 8) / count)];
		const minutes = 9 * 60 + Math.floor((order * 36 * 60) / count);
		const day = 11 + Math.floor(minutes / 1440);
		const published = `2032-05-${day}T${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}+02:00`;
		const file = `${two(order + 1)}-${slug(outlet)}.txt`;
		const head = HEADS[roll(HEADS.length)].replace('{0}', toll);
		// Every fifth prints what the agency sent, shortened.
		const reprint = agency && order % 5 === 4;
		const paragraphs = reprint ? agency.slice(0, -1) : body(order, count, outlet, roll);
		const keys = [`file: ${file}`, `outlet: "${outlet}"`];

		if (!agency) agency = paragraphs;
		if (order % 13 !== 6) keys.push(`published: "${published}"`);
		if (reprint || paragraphs === agency) keys.push('credit: Northshore Wire');
		yaml.push(`  - {${keys.join(', ')}}`);
		fs.writeFileSync(path.join(folder, file), `${head}\n\n${paragraphs.join('\n\n')}\n`);
	}
	fs.writeFileSync(path.join(folder, 'cluster.yml'), `${yaml.join('\n')}\n`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.resolve(new URL(import.meta.url).pathname)) {
	const [count, folder] = process.argv.slice(2);
	if (!(Number(count) > 0) || !folder) {
		console.error('usage: node make-story.mjs N FOLDER');
		process.exit(2);
	}
	makeStory(Number(count), folder);
}
