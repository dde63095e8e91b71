import type { Command } from "commander";
import type { Actor } from "../actions/perform.js";
import type { Network } from "../network/network.js";
import type { Warnings } from "./warnings.js";

/** What a command that changes the network would send, and what it warns of. */
interface Maker<G> {
  readonly make: (actor: Actor, given: G) => Promise<unknown>;
  readonly warnings?: ((network: Network, given: G) => ReturnType<Warnings>) | undefined;
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
