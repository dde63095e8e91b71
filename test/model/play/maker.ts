import type { World } from "../rules/world.js";
import type { Chooser } from "./chooser.js";
import type { CallerAndArgs, FittingArguments } from "./fitting-arguments.js";

/** Who calls, and with what. */
export type Maker = (want: FittingArguments, w: World, c: Chooser) => CallerAndArgs;
