import { ZeroAddress } from "ethers";
import { shortId } from "../model/enode.js";
import { refusal } from "../errors/refusal.js";
import { readPolicy } from "../read/read-settings.js";
import { durationInWords } from "../util/duration.js";
import { type Actor, type ActionResult, perform } from "./perform.js";

/** What an emergency measure is about: an account or a node of an organisation, the organisation, or admissions where it is
 *  null. */
export type EmergencySubject =
  | { org: string; account?: string; enodeId?: undefined }
  | { org: string; account?: undefined; enodeId: string }
  | { org: null; account?: undefined; enodeId?: undefined };

/** Proposes to hold something for so many seconds, at most seven days, from the vote that decides. Throws
 *  HOLD_OF_ADMIN_NODE. */
export async function proposeHold(actor: Actor, { seconds, ...of }: EmergencySubject & { seconds: number }) {
  const { enodeId } = of;
  if (enodeId !== undefined && of.org === (await readPolicy(actor.network)).adminOrg)
    throw refusal("HOLD_OF_ADMIN_NODE", { enodeId });
  const what = of.org === null ? "stop admissions" : `hold ${inWords(of)}`;
  return propose(actor, of, seconds, `Propose to ${what} for ${durationInWords(seconds)}.`);
}

/** Proposes to end a measure before its time. */
export function proposeLifting(actor: Actor, of: EmergencySubject): Promise<ActionResult> {
  const what = of.org === null ? "let admissions go on" : `hold ${inWords(of)} no longer`;
  return propose(actor, of, 0, `Propose to ${what}.`);
}

/** Records that what was held until now is held no longer: for a node this tells the others to let it in again. */
export function recordEnd(actor: Actor, of: EmergencySubject & { org: string }): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.endHold.populateTransaction(...namesOf(of));
  return perform(actor, `Record that ${inWords(of)} is held no longer.`, tx);
}

function propose(actor: Actor, of: EmergencySubject, seconds: number, summary: string): Promise<ActionResult> {
  const tx = actor.network.contracts.rules.proposeHold.populateTransaction(...namesOf(of), seconds);
  return perform(actor, summary, tx);
}

function namesOf({ org, account, enodeId }: EmergencySubject): [string, string, string] {
  return [org ?? "", account ?? ZeroAddress, enodeId ?? ""];
}

function inWords({ org, account, enodeId }: EmergencySubject & { org: string }): string {
  if (account !== undefined) return `the account ${account} of ${org}`;
  return enodeId === undefined ? org : `the node ${shortId(enodeId)} of ${org}`;
}
