import path from "node:path";
import type { Teller } from "../story/teller.js";
import { Agency } from "./agency.js";

/** Four agencies, each with a directory of its own. */
export interface Star {
  tell: Teller;
  agencies: Record<"A" | "B" | "C" | "D", Agency>;
  directory: string;
}

export function starIn(directory: string, tell: Teller): Star {
  const agency = (name: string): Agency => agencyIn({ directory }, name);
  return { tell, directory, agencies: { A: agency("A"), B: agency("B"), C: agency("C"), D: agency("D") } };
}

export function agencyIn({ directory }: Pick<Star, "directory">, name: string): Agency {
  return new Agency(name, path.join(directory, name));
}
