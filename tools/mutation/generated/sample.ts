import { id } from "ethers";
import type { Build } from "../build.js";
import type { GeneratedFault } from "./generate.js";

/** A fault, planted in what Hardhat built. */
export interface BuiltMutant {
  readonly fault: GeneratedFault;
  readonly artifacts: Readonly<Record<string, string>>;
}

/** In an order that depends on the seed alone: a fault that is new has its place among the others. */
export function shuffled(faults: readonly GeneratedFault[], seed: number): GeneratedFault[] {
  const places = new Map(faults.map((fault) => [fault, id(`${seed} ${fault.says}`)]));
  return faults.toSorted((a, b) => ((places.get(a) ?? "") < (places.get(b) ?? "") ? -1 : 1));
}

/** The first faults that count, so many. `passOver` is told of those that do not. */
export function* sampleOf(
  faults: readonly GeneratedFault[],
  count: number,
  build: Pick<Build, "with">,
  passOver: (fault: GeneratedFault, why: string) => void,
): Generator<BuiltMutant, void> {
  let found = 0;
  for (const fault of faults) {
    if (found >= count) return;
    const planted = build.with(fault);
    if (typeof planted === "string") {
      passOver(fault, planted);
      continue;
    }
    found += 1;
    yield { fault, artifacts: planted };
  }
}
