import type { Network } from "../network/network.js";
import { readAccount } from "../read/read-records.js";
import { minuteInWords } from "../util/moment.js";
import type { Note } from "./warnings.js";

/** The end of a right has no transaction that could wait for silence. */
export const ROLE_ENDS =
  "If the account is sending when its role ends, a GoQuorum network can halt, as with a suspension: stop its application before. " +
  "Nodes' consoles go on listing the role.";

export const NODE_ENDS: Note = {
  note:
    "From then on other nodes refuse its connections. No event tells them: they go on listing it as approved, and connections " +
    "that are open stay until they break, or until it is deactivated.",
};

export const SUSPENSION_ENDS: Note = {
  note:
    "From then on its accounts have their rights again, without a vote. No event tells nodes: their lists go on showing it as " +
    "suspended, and its voice counts again, once that is recorded, which anybody can do: portcullis org end-suspension.",
};

/** A role that is given anew has the end that is given with it, or none. */
export async function warnOfLostEnd(network: Network, { account }: { account: string }): Promise<string[]> {
  const found = await readAccount(network, account);
  if (found === undefined || found.endsAt === null) return [];
  const { role, endsAt, ended } = found;
  return [
    `Its role ${role} ${ended ? "ended" : "ends"} ${minuteInWords(endsAt)}; what it is given now has no end, unless --until or --for says so.`,
  ];
}
