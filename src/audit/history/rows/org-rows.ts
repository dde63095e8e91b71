import * as codes from "../../../model/codes.js";
import { isoOf } from "../../../util/moment.js";
import type { EventValues } from "../events.js";
import { heldInWords, instantInWords } from "./held.js";
import type { Circumstances, Rows } from "./row.js";

/** Events of OrgManager. */
export const ORG_ROWS = {
  OrgApproved: (values, circumstances) => ({
    sentence: approved(values, circumstances),
    org: fullId(values),
    status: codes.orgStatusName(values.status),
  }),
  OrgPendingApproval: (values) => ({
    sentence: pending(fullId(values), codes.orgStatusName(values.status)),
    org: fullId(values),
    status: codes.orgStatusName(values.status),
  }),
  OrgSuspended: (values, { failed }) => ({
    sentence: `${fullId(values)} ${failed ? "stays" : "was"} suspended.`,
    org: fullId(values),
  }),
  OrgSuspensionRevoked: (values) => ({ sentence: `${fullId(values)} was restored.`, org: fullId(values) }),
  OrgSuspensionEnds: ({ orgId, endsAt }) => ({
    sentence: `The suspension of ${orgId} ends ${instantInWords(endsAt)}.`,
    org: orgId,
    endsAt: isoOf(endsAt),
  }),
  OrgHeld: ({ orgId, until, held }) => ({ sentence: `${orgId} ${heldInWords(until, held)}.`, org: orgId }),
  AdmissionsStopped: ({ until, stopped }) => ({
    sentence: `Admissions are stopped ${stopped ? `until ${instantInWords(until)}` : "no longer"}.`,
  }),
  OrgWeightChanged: ({ orgId, weight }) => {
    const value = Number(weight);
    const words = codes.settingInWords({ setting: "voice-weight", value });
    return {
      sentence: `The setting ${words} holds for ${orgId} from now on.`,
      org: orgId,
      setting: { setting: "voice-weight", value },
    };
  },
} satisfies Partial<Rows>;

/** The events carry the short id and the parent's full id. */
function fullId({ orgId, parentId }: Pick<EventValues["OrgSuspended"], "orgId" | "parentId">): string {
  return parentId === "" ? orgId : `${parentId}.${orgId}`;
}

function approved(values: EventValues["OrgApproved"], { function: called, failed }: Circumstances): string {
  const org = fullId(values);
  if (failed) return `${org} stays approved.`;
  if (called === "updateNetworkBootStatus") return `${org} was approved: the network has booted.`;
  return values.parentId === "" ? `${org} was approved.` : `${org} was added.`;
}

function pending(org: string, status: codes.OrgStatus): string {
  switch (status) {
    case "none":
      return `${org} was not approved.`;
    case "suspension proposed":
      return `${org} was proposed for suspension.`;
    case "restoration proposed":
      return `${org} was proposed for restoration.`;
    default:
      return `${org} was ${status}.`;
  }
}
