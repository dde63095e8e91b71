import { CHANGES, judgeChange } from "../rules/resolutions.js";
import type { Change, World } from "../rules/world.js";
import type { Chooser } from "./chooser.js";
import { changeOf } from "./encoding.js";
import { FittingArguments } from "./fitting-arguments.js";
import type { Maker } from "./maker.js";

const ALLOWED = Object.keys(CHANGES) as (keyof typeof CHANGES)[];
const NOT_ALLOWED = ["vote", "withdraw", "close", "carryOut", "approveOrgStatus", "addAdminAccount"] as const;

type Name = keyof typeof CHANGES | (typeof NOT_ALLOWED)[number];
type Makers = Readonly<Record<Name, Maker>>;

/** The changes of a resolution; now and then none, or those that were proposed before. */
export function someChanges(makers: Makers, w: World, c: Chooser): readonly Change[] {
  const former = w.proposals.filter(({ resolution }) => resolution !== undefined);
  const again = c.pick("former resolution", former, ({ id }) => String(id))?.resolution;
  if (again !== undefined && c.chance("as before", 15)) return again.changes;
  if (c.chance("no changes", 2)) return [];
  const count = c.one("how many changes", [1, 1, 2, 3, 4], String);
  return Array.from({ length: count }, (_, i) => aFittingChange(makers, w, c.another(`change ${i}`)));
}

/** Mostly one that could be made now. */
function aFittingChange(makers: Makers, w: World, c: Chooser): Change {
  const drafts = Array.from({ length: c.chance("as it comes", 10) ? 1 : 5 }, (_, i) => i);
  const changes = drafts.map((i) => aChange(makers, w, c.another(`draft ${i}`)));
  return changes.find((change) => judgeChange(w, change).against.length === 0) ?? c.one("change", changes, sayChange);
}

const sayChange = ({ data }: Change): string => data;

function aChange(makers: Makers, w: World, c: Chooser): Change {
  const name: Name = c.chance("not allowed", 4) ? c.one("what is not allowed", NOT_ALLOWED) : c.one("what", ALLOWED);
  const { args } = makers[name](new FittingArguments(w, c), w, c);
  const change = changeOf(name, args);
  return c.chance("broken", 2) ? { ...change, data: change.selector, isBroken: true } : change;
}
