import type { Command } from "commander";
import type { Actor } from "../actions/perform.js";
import type { Warnings } from "./warnings.js";

/** What a command would send, and what it warns of. */
export interface Made {
  readonly make: (actor: Actor) => Promise<unknown>;
  readonly warnings: Warnings;
}

/** A command that changes the network. */
interface Maker<G> {
  /** With what it is given: what it reads, it reads once. */
  readonly with: (given: G) => Made;
  /** Its own options: the others say how something is sent. */
  readonly options?: object | undefined;
}

/** By command, of all that have been loaded. */
const MAKERS = new WeakMap<Command, Maker<never>>();

/** The same command, which a resolution may hold. */
export function makesChange<G>(made: Command, maker: Maker<G>): Command {
  MAKERS.set(made, maker);
  return made;
}

/** Of a command that a resolution may hold; undefined for any other one. */
export function makerOf(made: Command): Maker<unknown> | undefined {
  return MAKERS.get(made) as Maker<unknown> | undefined;
}
