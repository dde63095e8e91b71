import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { print } from "../src/cli/output.js";
import { check, type Claim } from "./prove/model-checker.js";

const ROOT = path.join(import.meta.dirname, "..");
const PROOFS = "test/proofs";

const claims = readdirSync(path.join(ROOT, PROOFS)).flatMap((file) =>
  check(`${PROOFS}/${file}`, (name) => readFileSync(path.join(ROOT, name), "utf8")),
);
const doubtful = claims.filter(({ doubt }) => doubt !== undefined);
const proved = claims.filter(({ doubt }) => doubt === undefined);
print(listOf(proved));
for (const { file, place, text, doubt } of doubtful) print(`\n✘ ${file}, ${place}: ${text}\n${doubt ?? ""}`);
print(`\n${proved.length} claims proved for all inputs, ${doubtful.length} not.`);
if (doubtful.length > 0 || proved.length === 0) process.exitCode = 1;

/** The statements of the proofs, and for the arithmetic under them how much of it cannot fail. */
function listOf(claims: readonly Claim[]): string {
  const places = new Map<string, number>();
  for (const { file, place } of claims) {
    const name = `${file}, ${place}`;
    places.set(name, (places.get(name) ?? 0) + 1);
  }
  return [...places].map(([name, count]) => `✔ ${name} (${count})`).join("\n");
}
