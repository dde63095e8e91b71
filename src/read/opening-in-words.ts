import type { Opened } from "../model/records.js";

/** To whom a contract or a method is open: "open to all members", "open to ORG1 and ORG2, role TRADER", "frozen". */
export function openingInWords(opened: Pick<Opened, "to" | "orgs" | "roles">): string {
  switch (opened.to) {
    case "members":
      return "open to all members";
    case "listed":
      return `open to ${listInWords(opened)}`;
    case "nobody":
      return "frozen";
    case "everybody":
      return "open to everybody";
    default:
      return opened.to;
  }
}

function listInWords({ orgs, roles }: Pick<Opened, "orgs" | "roles">): string {
  const parts = [
    ...(orgs.length === 0 ? [] : [joined(orgs, "and")]),
    ...(roles.length === 0 ? [] : [`${roles.length === 1 ? "role" : "roles"} ${joined(roles, "or")}`]),
  ];
  return parts.join(", ");
}

/** "ORG1, ORG2 and ORG3". */
function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
