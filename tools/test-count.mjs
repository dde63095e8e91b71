// Adds up what the test runners say: one "N passing" each for mocha and for the Solidity tests, "N failing" where some do.
//  node tools/test-count.mjs OUTPUT STATUS   prints "N passed, M failed"; exit 1 if the tests failed or none ran
import fs from "node:fs";
const [file, status] = process.argv.slice(2);
// eslint-disable-next-line no-control-regex
const text = fs.readFileSync(file, "utf8").replace(/\u001b\[[0-9;]*m/g, "");
const sum = (word) =>
  [...text.matchAll(new RegExp(`^ {2}(\\d+) ${word}\\b`, "gm"))].reduce((n, m) => n + Number(m[1]), 0);
const passed = sum("passing");
const failed = sum("failing");
console.log(`${passed} passed, ${failed} failed`);
process.exit(status === "0" && failed === 0 && passed > 0 ? 0 : 1);
