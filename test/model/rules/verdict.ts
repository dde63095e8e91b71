import type { World } from "./world.js";

/** A custom error with its values. */
export type Refusal = readonly [error: string, ...values: unknown[]];

/** A contract's event with its values. */
export type Happening = readonly [contract: string, event: string, ...values: unknown[]];

/**
 * What the rules say of a call: everything that speaks against it, in no order, since the rules know none; and what happens
 * when nothing does. A refusal names one of the reasons.
 */
export interface Verdict {
  against: readonly Refusal[];
  happens: () => Happening[];
}

/** What the rules say of a function, whoever calls it with whatever. */
export type FunctionRule = (w: World, caller: string, ...args: never[]) => Verdict;

/** A value of an event that is one of these: the rules do not know which of several reasons is given. */
export class OneOf {
  constructor(readonly values: readonly unknown[]) {}
}

/** The error of a refusal that names none. */
export const NO_ERROR = "(no error)";

/** A reason, if it holds. */
export function when(holds: boolean, error: string, ...values: unknown[]): Refusal[] {
  return holds ? [[error, ...values]] : [];
}

/** Reasons that can be given only where there is something to say them of. */
export function about<T>(thing: T | undefined, reasons: (thing: T) => Refusal[]): Refusal[] {
  return thing === undefined ? [] : reasons(thing);
}

/** A list of what there is: of one thing, or of none. */
export function present<T>(thing: T | undefined): T[] {
  return thing === undefined ? [] : [thing];
}
