import { type Finding, finding } from "../../errors/finding.js";
import { isSameAccount } from "../../model/address.js";
import type { DraftConsortium } from "../file/draft.js";

/** Accounts that are admins of two agencies, in whatever capitals they are written. */
export function accountFindings({ source, agencies }: DraftConsortium): Finding[] {
  return agencies.flatMap(({ path, name: agency = "", admins }, index) =>
    admins.flatMap((account, position) => {
      const other = agencies.slice(0, index).find((each) => each.admins.some((admin) => isSameAccount(admin, account)));
      if (account === undefined || other === undefined) return [];
      const place = source.placeOf([...path, "admins", position]);
      return [finding("ACCOUNT_OF_TWO_AGENCIES", { place, account, agency, other: other.name ?? "another agency" })];
    }),
  );
}

/** Agencies that are in no group. */
export function memberFindings({ source, agencies, nodes }: DraftConsortium): Finding[] {
  return agencies.flatMap(({ path, name: agency }) => {
    if (agency === undefined || nodes.some((node) => node.agency === agency)) return [];
    return [finding("AGENCY_WITHOUT_NODES", { place: source.placeOf([...path, "name"]), agency })];
  });
}
