import { ZeroAddress } from "ethers";
import { deployingName, openingName, settingInWords, settingValue } from "../../../model/codes.js";
import type { Opened } from "../../../model/records.js";
import { methodInWords } from "../../../network/method.js";
import { openingInWords } from "../../../read/opening-in-words.js";
import type { EventValues } from "../events.js";
import type { Rows } from "./row.js";

/** Events of ContractManager. */
export const CONTRACT_ROWS = {
  ContractRegistered: ({ target, orgId, deployer }) => ({
    sentence: `The contract ${target} was registered for ${orgId}${deployer === ZeroAddress ? " by vote" : `, by ${deployer}, which deploys it`}.`,
    org: orgId,
    contract: target,
    deployer: deployer === ZeroAddress ? null : deployer,
  }),
  ContractOpened: (values) => {
    const opened = toOpened(values);
    return {
      sentence: `The contract ${values.target} of ${values.orgId} is ${opensInWords(opened)}.`,
      org: values.orgId,
      contract: values.target,
      opened,
    };
  },
  MethodOpened: (values) => {
    const opened = toOpened(values);
    const method = methodInWords({ selector: values.method });
    return {
      sentence: `The method ${method} of the contract ${values.target} of ${values.orgId} is ${opensInWords(opened)}.`,
      org: values.orgId,
      contract: values.target,
      method: values.method,
      opened,
    };
  },
  DeployerForgotten: ({ target, orgId, deployer }) => ({
    sentence: `${deployer}, which deployed the contract ${target} of ${orgId}, says no longer who may call it.`,
    org: orgId,
    contract: target,
    deployer,
  }),
  RegisteredOnlyChanged: ({ only }) => ({
    sentence: `Contracts that nobody has registered are ${only ? "closed" : "open to all members"} from now on.`,
    setting: { setting: "registered-only", value: only },
  }),
  DeployingChanged: ({ orgId, deploying }) => {
    const setting = "restrict-deploying";
    const value = settingValue(setting, deploying, { ofOrg: orgId !== "" });
    return {
      sentence: `${deployingInWords(orgId, deploying)} from now on (${settingInWords({ setting, value })}).`,
      org: orgId,
      setting: { setting, value },
    };
  },
} satisfies Partial<Rows>;

function toOpened({ opening, orgs, roles, byVote }: EventValues["ContractOpened" | "MethodOpened"]): Opened {
  return { to: openingName(opening), orgs: [...orgs], roles: [...roles], byVote };
}

function opensInWords(opened: Opened): string {
  const words = opened.to === "as the contract" ? "open to whom the contract is" : openingInWords(opened);
  return `${words} from now on${opened.byVote ? ", by vote" : ""}`;
}

function deployingInWords(orgId: string, deploying: bigint): string {
  if (orgId === "")
    return deploying === 0n
      ? "Accounts may deploy contracts if their role allows it"
      : "Only accounts of organisations that are let may deploy contracts";
  switch (deployingName(deploying)) {
    case "as-network":
      return `Accounts of ${orgId} may deploy contracts as the network says`;
    case "restricted":
      return `Accounts of ${orgId} cannot deploy contracts`;
    default:
      return `Accounts of ${orgId} may deploy contracts`;
  }
}
