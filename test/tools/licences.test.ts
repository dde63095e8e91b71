import { readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";

interface LockFile {
  readonly packages: Readonly<Record<string, { version?: string; license?: string; link?: boolean }>>;
}

/** They let anyone use, change and pass on the package, and require nothing of what uses it. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "Apache-2.0 WITH LLVM-exception",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "Python-2.0",
]);

/** Packages that name no licence where npm looks, and why they may stay. */
const UNNAMED = new Map([
  ["memorystream@0.3.1", "MIT, in the former field `licenses` of its package.json"],
  ["@nomicfoundation/ignition-ui@3.2.0", "MIT, the licence of the repository of Hardhat, whose part it is"],
]);

/** Whether a licence, or one of those that one may choose from, is allowed. */
function mayUse(licence: string): boolean {
  return licence
    .replaceAll(/^\(|\)$/g, "")
    .split(" OR ")
    .some((choice) => ALLOWED.has(choice));
}

describe("The licences of the packages in the lock file", () => {
  const file = path.join(import.meta.dirname, "../../package-lock.json");
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as LockFile;
  const foreign = Object.entries(packages)
    .filter(([place]) => place.includes("node_modules/"))
    .filter(([, { link }]) => link !== true)
    .map(([place, { version = "", license }]) => {
      return { name: `${place.replace(/^.*node_modules\//, "")}@${version}`, license };
    });

  it("are ones that we may use", () => {
    const others = foreign.filter(({ name, license }) =>
      license === undefined ? !UNNAMED.has(name) : !mayUse(license),
    );
    expect(others).to.deep.equal([]);
    expect(foreign.length).to.be.greaterThan(UNNAMED.size);
  });

  it("are named, but for packages that are listed here and still there", () => {
    const unnamed = new Set(foreign.filter(({ license }) => license === undefined).map(({ name }) => name));
    expect([...UNNAMED.keys()].filter((name) => !unnamed.has(name))).to.deep.equal([]);
  });

  it("would be found out when they ask for more", () => {
    for (const licence of ["GPL-3.0", "AGPL-3.0-only", "UNLICENSED", "SEE LICENSE IN LICENSE", "MIT AND GPL-3.0", ""]) {
      expect(mayUse(licence), licence).to.equal(false);
    }
    for (const licence of ["MIT", "(GPL-2.0 OR MIT)", "WTFPL OR MIT"]) expect(mayUse(licence), licence).to.equal(true);
  });
});
