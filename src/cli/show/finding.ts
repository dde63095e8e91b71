import type { Finding } from "../../errors/finding.js";
import { wayOutInWords } from "../way-out.js";

/** A finding with the way out in words. */
export interface Found extends Omit<Finding, "wayOut"> {
  wayOut?: string | undefined;
}

export function findingInWords({ wayOut, ...others }: Finding): Found {
  return wayOut === undefined ? others : { ...others, wayOut: wayOutInWords(wayOut) };
}

/** A finding and the way out, one after the other. */
export function findingOnOneLine(finding: Finding): string {
  const { what, wayOut } = findingInWords(finding);
  return wayOut === undefined ? what : `${what} ${wayOut}`;
}
