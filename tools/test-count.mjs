// Says what the test runner said in its last word: "N passing (S solidity, M mocha)", and "N failing" of each runner.
//  node tools/test-count.mjs OUTPUT STATUS   prints "N passed, M failed"; exit 1 if the tests failed or none ran
import fs from "node:fs";
const [file, status] = process.argv.slice(2);
// eslint-disable-next-line no-control-regex
const text = fs.readFileSync(file, "utf8").replace(/\u001b\[[0-9;]*m/g, "");
const numbers = (pattern) => [...text.matchAll(pattern)].map((match) => Number(match[1]));
const passed = numbers(/^(\d+) passing\b/gm).at(-1) ?? 0;
const failed = numbers(/^ {2}(\d+) failing\b/gm).reduce((sum, n) => sum + n, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(status === "0" && failed === 0 && passed > 0 ? 0 : 1);
