import type { NewOrg } from "../../src/actions/orgs.js";
import { toAddress } from "../../src/cli/specs.js";
import { UsageError } from "../../src/cli/usage-error.js";
import { formatEnode } from "../../src/model/enode.js";
import { parseEnode } from "../../src/network/parse-enode.js";
import { ORG1_ADMIN, ORG1_NODE } from "../story/cast.js";
import type { Stage } from "./stage.js";

/** The organisation that the environment describes; a rehearsal also knows one by itself. */
export function newOrg({ inProcess }: Stage): NewOrg {
  const value = (name: string, inRehearsal: string): string => {
    const given = process.env[name] ?? (inProcess ? inRehearsal : undefined);
    if (given !== undefined) return given;
    throw new UsageError(
      `${name} is not set.`,
      "Put the organisation's name into PORTCULLIS_ORG, its admin's account into PORTCULLIS_ORG_ADMIN, and its node's enode URL into PORTCULLIS_ORG_NODE.",
    );
  };
  return {
    org: value("PORTCULLIS_ORG", "ORG1"),
    admin: toAddress(value("PORTCULLIS_ORG_ADMIN", ORG1_ADMIN)),
    node: parseEnode(value("PORTCULLIS_ORG_NODE", formatEnode(ORG1_NODE))),
  };
}
