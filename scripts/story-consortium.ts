import { command } from "../src/cli/command.js";
import { paint, print } from "../src/cli/output.js";
import { run } from "../src/cli/run-program.js";
import { optional, text } from "../src/cli/specs.js";
import { everybodyAnswers, everybodyMakesTheSame, somethingIsMissing } from "./star/answering.js";
import { groupsAreApart, networksAreFounded } from "./star/networks.js";
import { anotherJoins } from "./star/joining.js";
import { starIn } from "./star/star.js";
import { Teller } from "./story/teller.js";

const story = command(
  {
    name: "story-consortium",
    does: "Let four agencies make three networks, with keys that stay where they are. The chains run in process.",
    options: { out: optional(text("where to write the agencies' files", "directory")) },
    examples: [],
  },
  async ({ out }) => {
    const tell = new Teller();
    const star = starIn(out ?? `build/star-${process.pid}`, tell);
    print(paint("bold", "Four agencies, three networks: A is in all of them, each of the others in one"));
    await everybodyAnswers(star);
    somethingIsMissing(star);
    const consortium = everybodyMakesTheSame(star);
    const groups = await networksAreFounded(star, consortium);
    const group1 = await groupsAreApart(star, groups);
    await anotherJoins(star, consortium, group1);
    tell.end();
  },
);

process.exitCode = await run(() => story, process.argv.slice(2));
