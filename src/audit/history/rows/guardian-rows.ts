import { ZeroAddress } from "ethers";
import { functionName } from "../functions.js";
import type { Rows } from "./row.js";

/** Events of PermissionsUpgradable, PermissionsInterface and PermissionsImplementation. */
export const GUARDIAN_ROWS = {
  GuardianProposed: ({ proposed }) => ({
    sentence:
      proposed === ZeroAddress ? "There is no longer a proposed guardian." : `${proposed} was proposed as guardian.`,
    proposed: orNull(proposed),
  }),
  GuardianChanged: ({ from, to }) => ({ sentence: `${to} became the guardian.`, from: orNull(from), to }),
  BootOperatorChanged: ({ operator, allowed }) => ({
    sentence: `${operator} may ${allowed ? "" : "no longer "}boot the network.`,
    operator,
    allowed,
  }),
  SuiteLinked: ({ permInterface, implementation }) => ({
    sentence: `The interface ${permInterface} and the implementation ${implementation} were linked.`,
    interface: permInterface,
    implementation,
  }),
  ImplementationChanged: ({ from, to }) => ({
    sentence: `${to} became the implementation, in place of ${from}.`,
    from,
    to,
  }),
  Action: ({ caller, selector }) => ({ sentence: `${caller} called ${functionName(selector)}.`, caller, selector }),
  ImplementationSet: ({ implementation }) => ({
    sentence: `The interface passes calls on to ${implementation}.`,
    implementation,
  }),
  ModulePinned: ({ module, codeHash }) => ({
    sentence: `The implementation runs the module ${module}, whose code has the hash ${codeHash}.`,
    module,
    codeHash,
  }),
  PermissionsInitialized: ({ networkBootStatus }) => ({
    sentence: `The implementation announced that the network has ${networkBootStatus ? "" : "not "}booted.`,
    booted: networkBootStatus,
  }),
} satisfies Partial<Rows>;

function orNull(address: string): string | null {
  return address === ZeroAddress ? null : address;
}
