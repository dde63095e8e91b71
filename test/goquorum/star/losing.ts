import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Star } from "./star.js";

/** What B keeps elsewhere: its keys, and three files that others have, too. */
const BACKUP = ["admin.key", "nodes/node1/group1/nodekey", "consortium-E.yaml", "permission-config.json"];

/** B's machine is lost, with all that is on it. */
export function losing(star: () => Star): void {
  it("the group goes on without it, and it is set up again from its own backup", async () => {
    const b = star().of("B");
    const backup = `${b.directory}-backup`;
    for (const file of BACKUP) {
      mkdirSync(path.dirname(path.join(backup, file)), { recursive: true });
      cpSync(b.inside(file), path.join(backup, file));
    }
    b.kill();
    rmSync(b.directory, { recursive: true });
    await star().connected("group1", ["A", "E"], 1);
    await star().makesBlocks("group1");
    await star().vote("remove", "B", ["A", "E"]);

    renameSync(backup, b.directory);
    await b.type("consortium package consortium-E.yaml B --config permission-config.json");
    await star().bringUp("B", { marked: false });
    await star().vote("add", "B", ["A", "E"]);
    await b.type(`org add-sub B AGAIN --keystore admin.key --yes ${b.at("group1")}`);
    await star().makesBlocks("group1");
  });
}
