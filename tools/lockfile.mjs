// Normalises package-lock.json so that `npm ci` works on every platform and from any registry.
//  node tools/lockfile.mjs          rewrite
//  node tools/lockfile.mjs --check  exit 1 if it would change
import fs from "node:fs";

const FILE = new URL("../package-lock.json", import.meta.url);

/** npm skips an optional package silently, or warns, when the Node that runs npm is older than the package wants. The
 *  tools run on the Node that `npm ci` brings, so that does not matter. */
function allowOlderNode(packages) {
  for (const [path, entry] of Object.entries(packages)) {
    const isForOnePlatform = entry.optional === true && entry.os !== undefined;
    if (isForOnePlatform || path.includes("node_modules/@nomicfoundation/edr")) delete entry.engines;
  }
}

/** A registry may lack the packages of platforms that none of its users has; npm then leaves them out for everyone. */
function addMissingPlatforms(packages) {
  for (const [path, entry] of Object.entries(packages)) {
    if (path === "") continue;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isThere = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((place) => place in packages);
      if (isThere) continue;
      if (/^\d+\.\d+\.\d+$/.test(version)) packages[`node_modules/${name}`] = platformPackage(name, version, entry);
      else console.error(`cannot add ${name}@${version}: it has no exact version`);
    }
  }
}

/** Without os and cpu npm would install the package everywhere; its name says what it is for. */
function platformPackage(name, version, parent) {
  const [, os, cpu, libc] =
    /-(linux|darwin|win32|freebsd)-(x64|amd64|arm64|ia32)(?:-(gnu|musl|msvc))?$/.exec(name) ?? [];
  // In npm's order. JSON leaves out what is undefined.
  return {
    version,
    cpu: cpu && [cpu === "amd64" ? "x64" : cpu],
    dev: parent.dev,
    libc: { gnu: ["glibc"], musl: ["musl"] }[libc],
    license: parent.license,
    optional: true,
    os: os && [os],
  };
}

const before = fs.readFileSync(FILE, "utf8");
const lock = JSON.parse(before);
allowOlderNode(lock.packages);
addMissingPlatforms(lock.packages);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
const after = `${JSON.stringify(lock, null, 2)}\n`;

if (!process.argv.includes("--check")) {
  fs.writeFileSync(FILE, after);
} else if (after !== before) {
  console.error("package-lock.json is not normalised: run `npm run lock`");
  process.exit(1);
}
