import { LINK } from "../steps/boot-steps.js";
import { checkNetworkFile } from "../check/check-files.js";
import { fileAt } from "../nodejs/files.js";
import { printAnswer } from "./json/print-answer.js";
import { paint, print, say } from "./output.js";
import { isLeft, measureGas, type Plan, type Planned, planOf, showPlan } from "./plan.js";
import { withProgress } from "./progress.js";
import { requireConsent } from "./questions.js";
import { findingOnOneLine } from "./show/finding.js";
import { flag, type Given } from "./specs.js";

export const PLAN_OPTIONS = {
  yes: flag("send without asking"),
  dryRun: flag("show what would be done, and what is done already, but send nothing"),
  json: flag("print JSON"),
} as const;

interface About extends Planned {
  verb: "Deploy" | "Boot";
  /** Where the network file is. */
  networkFile: string;
}

/** Shows what is about to be done, with what is worth a thought, and asks for consent if something is left to send. False where that was
 *  all that was wanted. Throws CANCELLED. */
export async function agreeOn(
  { verb, networkFile, ...planned }: About,
  given: Given<typeof PLAN_OPTIONS>,
): Promise<boolean> {
  const { dryRun, yes, json } = given;
  // To try it takes its time, and with --yes no one reads the plan before it is carried out.
  const gas = yes && !dryRun ? undefined : await withProgress("Rehearsing", () => measureGas(planned.file));
  const plan = planOf({ ...planned, gas });
  if (!dryRun) say(showPlan(plan));
  else if (!json) print(showPlan(plan));
  else if (verb === "Deploy") printAnswer("deploy --dry-run", plan);
  else printAnswer("boot --dry-run", plan);
  if (gas === undefined && !yes)
    say("What it takes in gas is not known: there is no EVM here to rehearse it, as there is on Node 22 or newer.");
  warnOfNetworkFile(networkFile);
  for (const each of thoughtsAbout(plan)) warn(each);
  if (dryRun) say("Nothing was sent.");
  else if (!yes && isLeft(plan)) {
    await requireConsent({ ask: `${verb}?`, name: plan.adminOrg, otherwise: "--dry-run to stop here" });
  }
  return !dryRun;
}

const warn = (text: string): void => {
  say(paint("yellow", text, process.stderr));
};

/** What of a network file is worth a thought before it becomes a network. */
export function warnOfNetworkFile(networkFile: string): void {
  const found = checkNetworkFile(fileAt(networkFile)).filter(({ level }) => level === "warning");
  for (const each of found) warn(findingOnOneLine(each));
}

function thoughtsAbout({ guardian, guardianSigns, steps }: Plan): string[] {
  const mustLink = steps.some(({ step, done }) => step === LINK && !done);
  if (!mustLink || guardianSigns !== null) return [];
  return [`The guardian ${guardian} does not sign here, so this stops before the suite is linked.`];
}
