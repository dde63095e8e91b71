import { expect } from "chai";
import { keccak256 } from "ethers";
import { readNode } from "../../../src/read/read-records.js";
import { formatEnode } from "../../../src/model/enode.js";
import { eventually } from "../eventually.js";
import { FILES } from "../nodes.js";
import { at, walletOf } from "../people.js";
import type { Consortium } from "../consortium.js";
import { orgStatus } from "./records.js";

/** A second organisation with a node of its own, and a third one. */
export function joining(consortium: () => Consortium): void {
  it("a node that no organisation has cannot connect", async () => {
    const { nodes, node4, admin1 } = consortium();
    await nodes.letIn(node4);
    await nodes.start(node4, { permissioned: false });
    // Nodes call each other by the hash of their key.
    const name = keccak256(`0x${node4.enode.enodeId}`).slice(2, 34);
    const denied = new RegExp(`nodename=${name}\\S* +DENIED-BY=`);
    await eventually(() => Promise.resolve(denied.test(admin1.node.log())), true);
    expect(await node4.peerCount()).to.equal(0);
    await consortium().cannot(admin1, "connect", node4.enodeUrl);
    expect(await allowed()).to.equal(false);
  });

  it("an organisation is proposed by the command line and approved in another node's console", async () => {
    const { admin1, admin2, orgAdmin, node4 } = consortium();
    const options = ["--node", node4.enodeUrl, "--admin", orgAdmin.address];
    const id = await consortium().propose(admin1, "org", "propose", "ORG1", ...options);
    await consortium().holds(orgStatus("ORG1"), "proposed");
    expect(await consortium().read(admin2, "proposal", "show", id)).to.include("ORG1");
    const asked = await consortium().cannot(admin2, "send", orgAdmin.address);
    expect(asked).to.include("The account is proposed.").and.not.include("removed");
    expect(await consortium().read(admin2, "role", "list", "--org", "ORG1")).to.match(/ORGADMIN .* not approved/);
    expect(await consortium().compareLists()).to.include(
      "No event tells of a role before its organisation is approved.",
    );

    await consortium().inConsole(admin2, "approveOrg", "ORG1", node4.enodeUrl, orgAdmin.address);
    await consortium().holds(orgStatus("ORG1"), "approved");
    expect(await allowed()).to.equal(true);
  });

  it("its node follows the README of its folder: it synchronises, and then enforces permissions itself", async () => {
    const { nodes, node4 } = consortium();
    const folder = await consortium().bundleFor(node4);
    await node4.stop();
    nodes.give(node4, folder, FILES.beforehand);
    await nodes.synchronise(node4);
    nodes.give(node4, folder, FILES.afterwards);
    await nodes.start(node4);
    await nodes.connected(node4, 3);
    await consortium().agrees();
  });

  it("its admin sends through its own node, and no other organisation's node takes that", async () => {
    const { orgAdmin, admin1, node4 } = consortium();
    const command = ["org", "add-sub", "ORG1", "SUB1"];
    for (const option of [[], ["--dry-run"]]) {
      const said = await consortium().refusal(at(orgAdmin, admin1.node), ...command, ...option);
      expect(said).to.match(
        /belongs to ORG1, and this node \(\w{8}…\) is of ADMINORG: it does not accept transactions/,
      );
      expect(said).to.include(`organisation: 127.0.0.1:${node4.enode.port} (`);
    }
    expect(await consortium().read(orgAdmin, "can", "send", orgAdmin.address, "call")).to.include(
      `organisation's tree:\n  ${node4.enodeUrl}\n`,
    );
    await consortium().act(orgAdmin, ...command);
    await consortium().holds(orgStatus("ORG1.SUB1"), "approved");
  });

  it("an organisation is proposed in a console and approved by the command line", async () => {
    const { admin1, admin2, admin3, nodes } = consortium();
    const node = formatEnode(nodes.imagine("node of ORG2"));
    await consortium().inConsole(admin2, "addOrg", "ORG2", node, walletOf("admin of ORG2").address);
    await consortium().holds(orgStatus("ORG2"), "proposed");
    await consortium().approve(admin1, admin3);
    await consortium().holds(orgStatus("ORG2"), "approved");
  });

  it("a sub-organisation with a node is added in a console", async () => {
    const { orgAdmin, nodes } = consortium();
    const node = nodes.imagine("node of SUB2");
    await consortium().inConsole(orgAdmin, "addSubOrg", "ORG1", "SUB2", formatEnode(node));
    await consortium().holds(async (network) => (await readNode(network, node.enodeId))?.org, "ORG1.SUB2");
  });

  function allowed(): Promise<boolean> {
    consortium().called.add("connectionAllowed");
    const { enodeId, ip, port, raftPort } = consortium().node4.enode;
    const args = JSON.stringify([enodeId, ip, port, raftPort]).slice(1, -1);
    return consortium().admin2.node.read(`quorumPermission.connectionAllowed(${args})`);
  }
}
