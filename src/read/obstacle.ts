import type { Action, Remedy } from "../errors/action.js";

/** What stands in the way, and what takes it away. */
export interface Obstacle {
  why: string;
  wayOut: Remedy;
}

export function remedy(hint: string, ...actions: Action[]): Remedy {
  return { hint, actions };
}
