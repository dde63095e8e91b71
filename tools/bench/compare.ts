import reference from "./reference-v2.json" with { type: "json" };
import type { Figures } from "./workload.js";

export interface Line {
  operation: string;
  reference: number;
  ours: number;
  ratio: number;
}

/** Operations that a network performs once in its life, or once an upgrade: no ceiling of their own. */
export const ONCE = ["init (link)", "setPolicy", "updateNetworkBootStatus", "confirmImplChange"];

/** The reference suite's figures, from the same story on an Istanbul EVM. */
export const referenceFigures: Figures = reference;

/** Growth that is no growth: numbers in a call have more digits that are not zero. */
export const FLAT = 1.02;

/** What an organisation adds is counted; from the fourteenth organisation without parent on in further storage words, each for
 *  sixteen of them (contracts/types/Counts.sol). */
export const COUNTED = ["addNode", "addNewRole", "assignAccountRole (new)", "addSubOrg", "addSubOrg + node"];
/** What that costs more, in gas: for each count a word that is read and written, at first with nothing in it. */
export const COUNTING = 23_500;

export function compare(
  ours: Record<string, number>,
  theirs: Record<string, number>,
  operations = Object.keys(theirs),
): Line[] {
  return operations.map((operation) => {
    const [measured, reference] = [ours[operation], theirs[operation]];
    if (measured === undefined || reference === undefined) throw new Error(`there is no measurement of "${operation}"`);
    return { operation, reference, ours: measured, ratio: measured / reference };
  });
}

export const isView = (line: Line): boolean => line.operation.startsWith("view ");
export const isDeployment = (line: Line): boolean => line.operation.startsWith("deploy ");
export const isWrite = (line: Line): boolean => !isView(line) && !isDeployment(line);

export function geometricMean(lines: Line[]): number {
  return Math.exp(lines.reduce((sum, line) => sum + Math.log(line.ratio), 0) / lines.length);
}

/** The last figure of a row of growth, in terms of the first. */
export function growthOf(row: Record<string, number>): number {
  const figures = Object.values(row);
  return (figures.at(-1) ?? 0) / (figures[0] ?? 1);
}
