import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { formatEnode } from "../../../src/model/enode.js";
import { readNode } from "../../../src/read/read-records.js";
import { eventually } from "../eventually.js";
import { orgStatus } from "../life/records.js";
import { freePorts } from "../ports.js";
import { networkAt } from "./network.js";
import type { Star } from "./star.js";

/** E's node moves to another machine, for which another port stands here; and then E leaves. */
export function moving(star: () => Star): void {
  it("a node moves: its new address is recorded, and it starts there with its key, from a new package", async () => {
    const e = star().of("E");
    const former = e.place("group1");
    const [port = 0] = await freePorts(1);
    const moved = { ...e.enode("group1"), port };
    await star().vote("remove", "E", ["A", "B"]);
    await e.type(`node move ${formatEnode(moved)} --keystore admin.key --yes ${e.at("group1")}`);
    await e.stop();
    // The key is brought to the other machine, and nothing else.
    renameSync(e.inside("nodes"), e.inside("nodes-of-before"));
    mkdirSync(e.inside("nodes/node4/group1"), { recursive: true });
    renameSync(e.inside("nodes-of-before/node4/group1/nodekey"), e.inside("nodes/node4/group1/nodekey"));
    const file = readFileSync(e.inside("consortium-E.yaml"), "utf8");
    writeFileSync(e.inside("consortium-E.yaml"), file.replace(`port: ${former.port}\n`, `port: ${port}\n`));
    e.places.set("group1", { ...former, port });
    await e.type("consortium package consortium-E.yaml E --config permission-config.json");
    await star().bringUp("E", { marked: true });
    const found = await readNode(await networkAt(star().of("A"), "group1"), moved.enodeId);
    expect(found?.url).to.equal(formatEnode(moved));
    await star().vote("add", "E", ["A", "B"]);
    await star().makesBlocks("group1");
  });

  it("an agency leaves: its validator is voted out, its organisation is suspended, and its node is refused", async () => {
    const [a, e] = [star().of("A"), star().of("E")];
    await star().vote("remove", "E", ["A", "B"]);
    await e.stop();
    const how = `--keystore admin.key --yes ${a.at("group1")}`;
    await a.type(`org suspend E --under-traffic ${how}`);
    await eventually(() => networkAt(a, "group1").then(orgStatus("E")), "suspended");
    const { enodeId } = e.enode("group1");
    await a.type(`node propose-release ${enodeId} ${how}`);
    await eventually(async () => (await readNode(await networkAt(a, "group1"), enodeId))?.org, null);
    await e.start();
    await star().refuses("group1", ["A", "B"], "E");
    await e.stop();
  });
}
