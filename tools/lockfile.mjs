// Normalises package-lock.json so that `npm ci` works on every platform and from any registry.
//  node tools/lockfile.mjs          rewrite
//  node tools/lockfile.mjs --check  exit 1 if it would change
import fs from "node:fs";
const file = new URL("../package-lock.json", import.meta.url);
const before = fs.readFileSync(file, "utf8");
const lock = JSON.parse(before);
const pk = lock.packages;
const guess = (name) => {
  const m = /-(linux|darwin|win32|freebsd)-(x64|amd64|arm64|ia32)(?:-(gnu|musl|msvc))?$/.exec(name);
  return m === null
    ? {}
    : {
        cpu: [m[2] === "amd64" ? "x64" : m[2]],
        ...(m[3] === "gnu" ? { libc: ["glibc"] } : m[3] === "musl" ? { libc: ["musl"] } : {}),
        os: [m[1]],
      };
};
for (const [at, p] of Object.entries(pk)) {
  // 1. no registry host
  if (typeof p.resolved === "string" && /^https?:/.test(p.resolved)) delete p.resolved;
  // 2. npm silently skips OPTIONAL packages whose `engines` the Node running npm does not meet
  //    (and prints EBADENGINE for the others)
  if (/(^|\/)@nomicfoundation\/edr(-|$)/.test(at) || (p.optional === true && p.os !== undefined)) delete p.engines;
  // 3. platform packages that the registry at hand lacks
  if (at === "") continue;
  for (const [name, range] of Object.entries(p.optionalDependencies ?? {})) {
    if (pk[`${at}/node_modules/${name}`] !== undefined || pk[`node_modules/${name}`] !== undefined) continue;
    if (!/^\d+\.\d+\.\d+$/.test(range)) {
      console.error(`cannot add ${name}@${range}`);
      continue;
    }
    pk[`node_modules/${name}`] = {
      version: range,
      ...guess(name),
      ...(p.dev ? { dev: true } : {}),
      license: p.license,
      optional: true,
    };
  }
}
lock.packages = Object.fromEntries(Object.entries(pk).sort(([a], [b]) => a.localeCompare(b, "en")));
const after = JSON.stringify(lock, null, 2) + "\n";
if (process.argv.includes("--check")) {
  if (after !== before) {
    console.error("package-lock.json is not normalised: run `npm run lock`");
    process.exit(1);
  }
} else fs.writeFileSync(file, after);
