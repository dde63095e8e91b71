import { expect } from "chai";
import { WORDS, wayOutInWords } from "../../../src/cli/way-out.js";
import { allCommands } from "../../helpers/commands.js";

describe("a way out in the words of the command line", () => {
  it("is its hint where no command or option helps", () => {
    expect(wayOutInWords({ hint: "Wait.", actions: [] })).to.equal("Wait.");
  });

  it("names each command with what it is about, in their order", () => {
    const actions = [{ name: "recover-account", subject: "0x1" }, { name: "assign-role" }] as const;
    expect(wayOutInWords({ hint: "Let others lift this.", actions })).to.equal(
      "Let others lift this: portcullis account recover 0x1, then portcullis account assign.",
    );
  });

  it("names only commands and options that there are", async () => {
    const commands = await allCommands();
    const names = commands.map(({ name }) => `portcullis ${name}`);
    const options = commands.flatMap(({ command }) => command.options.map(({ long }) => long));
    for (const words of Object.values(WORDS)) {
      const option = /--[a-z-]+/.exec(words)?.[0];
      if (words.startsWith("portcullis")) expect(names).to.include(words.replace(/ --.*/, ""));
      if (option !== undefined) expect(options).to.include(option);
    }
  });
});
