import { acceptGuardian, setBootOperator, transferGuardian } from "../src/actions/guardian.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress, UsageError } from "../src/cli/values.js";

await writeScript({
  does: "Hand the guardian's office on in two steps, or name who may boot the network.",
  args: { step: ["propose", "accept", "name-operator", "dismiss-operator"] },
  settings: { account: "the next guardian, or the boot operator" },
  act: (actor, { args: { step }, settings }) => {
    if (step === "accept") return acceptGuardian(actor);
    if (settings.account === undefined) throw new UsageError("No account is named.", "Add --account.");
    const account = toAddress(settings.account);
    if (step === "propose") return transferGuardian(actor, account);
    return setBootOperator(actor, { operator: account, allowed: step === "name-operator" });
  },
});
