import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import hre from "hardhat";

interface BuildInfo {
  readonly output: { readonly errors?: readonly { readonly formattedMessage: string }[] };
}

describe("The compiler", () => {
  it("has no warning for any contract", () => {
    const directory = path.join(hre.config.paths.artifacts, "build-info");
    const files = readdirSync(directory).filter((file) => file.endsWith(".output.json"));
    expect(files).not.to.deep.equal([]);
    for (const file of files) {
      const { output } = JSON.parse(readFileSync(path.join(directory, file), "utf8")) as BuildInfo;
      expect((output.errors ?? []).map(({ formattedMessage }) => formattedMessage)).to.deep.equal([]);
    }
  });
});
