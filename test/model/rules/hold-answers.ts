import { OrgStatus } from "../../data/codes.js";
import { lasts } from "./holds.js";
import { ask, type Question } from "./question.js";
import { type Hold, NOBODY, type World } from "./world.js";

/** What is answered about what is held. */
export function holds(w: World): Question[] {
  const about = (orgId: string, address: string, enodeId: string, hold: Hold): Question =>
    ask("PermissionsImplementation", "getHold", [orgId, address, enodeId], hold.until, lasts(w, hold));
  return [
    about("", NOBODY, "", w.stop),
    ask("OrgManager", "admissionsResumeAt", [], w.stop.until, w.stop.isMarked),
    ...w.orgs.filter(({ status }) => status !== OrgStatus.NONE).map(({ id, hold }) => about(id, NOBODY, "", hold)),
    ...w.accounts.map(({ address, hold }) => about("", address, "", hold)),
    ...w.nodes.filter(({ free }) => !free).map(({ enodeId, hold }) => about("", NOBODY, enodeId, hold)),
  ];
}
