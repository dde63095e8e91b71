import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as z from "zod";
import { ANSWERS } from "../../src/cli/json/answers.js";
import { recordsIn, toldOf } from "../../tools/json-page/schemas.js";
import { jsonPage, PAGE } from "../../tools/json-page.js";

describe("docs/json.md", () => {
  const page = readFileSync(PAGE, "utf8");

  it("says what the schemas say: npm run docs:json writes it", async () => {
    expect(page).to.equal(await jsonPage());
  });

  for (const [title, record] of recordsIn(Object.values(ANSWERS))) {
    it(`has an example of ${title} that has its shape`, () => {
      const { error } = record.safeParse(toldOf(record).example);
      expect(error === undefined ? "" : z.prettifyError(error)).to.equal("");
    });
  }
});
