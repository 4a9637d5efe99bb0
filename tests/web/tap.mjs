// SPDX-License-Identifier: Apache-2.0
// Tests one after the other, told as TAP. node:test would do, but how it prints differs from one Node to the next.
//
//   test('adds', async () => { assert.equal(1 + 1, 2); });   →   ok 1 - adds

const TEST_MOST = 120_000; // milliseconds: a page that hangs must not hang CI
const tests = [];

export function test(name, run) {
	tests.push({name, run});
}

function limited(run) {
	let timer;
	const late = new Promise((resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`took over ${TEST_MOST / 1000} seconds`)), TEST_MOST);
	});

	return Promise.race([run(), late]).finally(() => clearTimeout(timer));
}

/* Runs the tests whose name holds ONLY; true: all passed. */
export async function runTests(only) {
	const chosen = tests.filter(({name}) => name.includes(only));
	let failures = 0;

	for (const [index, {name, run}] of chosen.entries()) {
		try {
			await limited(run);
			console.log(`ok ${index + 1} - ${name}`);
		} catch (error) {
			failures++;
			console.log(`not ok ${index + 1} - ${name}`);
			for (const line of String(error?.stack ?? error)
				.split('\n')
				.slice(0, 40))
				console.log(`# ${line}`);
		}
	}
	console.log(`1..${chosen.length}`);
	return chosen.length > 0 && failures === 0;
}
