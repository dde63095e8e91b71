import { CONTRACT_NAMES } from "../../src/model/contracts.js";
import { compiled, type Place } from "./build-output.js";

interface Layout {
  variables: Place[];
  /** The members of each struct. */
  structs: Record<string, Place[]>;
}

/** Where each contract keeps what it holds. */
export async function storageLayouts(): Promise<Record<string, Layout>> {
  return Object.fromEntries(
    await Promise.all(CONTRACT_NAMES.map(async (name) => [name, await layoutOf(name)] as const)),
  );
}

async function layoutOf(contract: string): Promise<Layout> {
  const { storage, types } = (await compiled(contract)).storageLayout;
  const known = types ?? {};
  // The compiler's own names of types hold numbers that change with every edit.
  const place = ({ label, slot, offset, type }: Place): Place => ({
    label,
    slot,
    offset,
    type: known[type]?.label ?? type,
  });
  const structs = Object.values(known).flatMap(({ label, members }) =>
    members === undefined ? [] : [[label, members.map(place)] as const],
  );
  return { variables: storage.map(place), structs: Object.fromEntries(structs) };
}
