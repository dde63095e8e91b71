import { generateKeyPairSync } from "node:crypto";
import { expect } from "chai";
import { computeAddress } from "ethers";
import { parse } from "yaml";
import { fates, reading } from "./reading.js";

const CHAIN = `
chain_id: trade
version: "2030600"
sequence: 1
auth_type: "permissionedWithCert"
crypto:
  hash: SM3
block:
  block_interval: 2000
  block_size: 10
consensus:
  type: 1
  nodes:
    - org_id: "north.example"
      node_id:
        - "QmNorth1"
        - "QmNorth2"
    - org_id: "south.example"
      node_id:
        - "QmSouth1"
  ext_config:
trust_roots:
  - org_id: "north.example"
    root:
      - "../north/ca.crt"
  - org_id: "south.example"
    root:
      - "../south/ca.crt"
resource_policies:
  - resource_name: CHAIN_CONFIG-TRUST_ROOT_ADD
    policy:
      rule: MAJORITY
      org_list:
      role_list:
        - admin
  - resource_name: CHAIN_CONFIG-CERTS_FREEZE
    policy:
      rule: ANY
      org_list:
      role_list:
        - admin
disabled_native_contract:
new_key: 1
`;

const NODE = `
auth_type: "permissionedWithCert"
blockchain:
  - chainId: trade
    genesis: ../north/bc1.yml
node:
  org_id: north.example
  priv_key_file: ../north/node.key
net:
  provider: LibP2P
  listen_addr: /ip4/0.0.0.0/tcp/11302
  seeds:
    - "/ip4/10.1.0.1/tcp/11301/p2p/QmNorth1"
    - "/ip4/10.1.0.2/tcp/11302/p2p/QmNorth2"
    - "/ip4/10.2.0.1/tcp/11301/p2p/QmSouth1"
rpc:
  provider: grpc
  port: 12302
storage:
  contract_eventdb_config:
    sqldb_config:
      dsn: root:hunter2@tcp(10.1.0.9:3306)/
`;

const nodesIn = (text: string) => (parse(text) as { nodes: Record<string, unknown>[] }).nodes;

describe("ChainMaker's bc.yml", () => {
  it("is used or named as not used, value by value", () => {
    expect(fates({ "bc.yml": CHAIN })).to.deep.equal({
      chain_id: "the group trade",
      version: "not used: it tells versions of ChainMaker apart",
      sequence: "not used: it counts the changes of this file",
      auth_type: "members are the accounts that an organisation's admins record, in the place of certificates",
      "crypto.hash": "not used: Ethereum has its own hash, and keys on secp256k1 only",
      "block.block_interval": "the block period of 2 s",
      "block.block_size": "not used: GoQuorum has no such setting",
      "consensus.type": "the consensus qbft, in the place of TBFT",
      "consensus.nodes[0].org_id": "the agency north-example",
      "consensus.nodes[0].node_id[0]":
        "a validator of north-example; its libp2p id is the hash of a key, and no enode id",
      "consensus.nodes[0].node_id[1]":
        "a validator of north-example; its libp2p id is the hash of a key, and no enode id",
      "consensus.nodes[1].org_id": "the agency south-example",
      "consensus.nodes[1].node_id[0]":
        "a validator of south-example; its libp2p id is the hash of a key, and no enode id",
      "consensus.ext_config": "not used: the consensus here has no such setting",
      "trust_roots[0].org_id": "the agency north-example",
      "trust_roots[0].root[0]": "not used: it is the certificate of an authority, which is no account",
      "trust_roots[1].org_id": "the agency south-example",
      "trust_roots[1].root[0]": "not used: it is the certificate of an authority, which is no account",
      ...Object.fromEntries(
        ["resource_name", "policy.rule", "policy.org_list", "policy.role_list[0]"].flatMap((key) => [
          [
            `resource_policies[0].${key}`,
            "the policy of add-org: majority of the organisations with the role any admin",
          ],
          [
            `resource_policies[1].${key}`,
            "not used: CHAIN_CONFIG-CERTS_FREEZE: ChainMaker knows no such resource: freezing certificates is CERT_MANAGE-CERTS_FREEZE",
          ],
        ]),
      ),
      disabled_native_contract: "not used: there are no contracts of ChainMaker's here",
      new_key: "not used: this is no key that is known",
    });
  });

  it("is read with the older names of keys, and with a scalar in the place of a list", () => {
    const older = `
chain_id: 1
auth_type: identity
consensus:
  type: 4
  nodes:
    - org_id: north
      address: "/ip4/10.1.0.1/tcp/11301/p2p/QmNorth1"
trust_roots:
  - org_id: north
    root: "../ca.crt"
permissions:
  - resource_name: CHAIN_CONFIG-TRUST_ROOT_ADD
    policy: { rule: ALL, org_list: , role_list: }
  - _esource_name: CHAIN_CONFIG-TRUST_ROOT_DELETE
    principle: { rule: "2", org_list: , role_list: [client] }
`;
    const told = fates({ "bc.yml": older });
    expect(told["consensus.type"]).to.equal("the consensus raft, in the place of Raft");
    expect(told["consensus.nodes[0].address"]).to.match(/^a validator of north at 10\.1\.0\.1:11301; /);
    expect(told["trust_roots[0].root"]).to.match(/certificate of an authority/);
    expect(told["permissions[0].policy.rule"]).to.equal("the policy of add-org: all of the organisations");
    expect(told["permissions[1]._esource_name"]).to.equal(
      'not used: CHAIN_CONFIG-TRUST_ROOT_DELETE: "2" asks for more organisations than there are',
    );
    expect(Object.values(told).filter((each) => each.includes("no key that is known"))).to.deep.equal([]);
  });

  it("names nodes by node_id or by address, whichever says any, and the other is told for what it is", () => {
    const peer = '"/ip4/10.1.0.1/tcp/11301/p2p/QmNorth1"';
    const told = (keys: string) =>
      fates({ "bc.yml": `chain_id: c\nconsensus:\n  nodes:\n    - { org_id: north, ${keys} }` });
    const used = /^a validator of north at 10\.1\.0\.1:11301; /;
    for (const nothing of ["", "[]"]) {
      const { [`consensus.nodes[0].node_id`]: id, ...others } = told(`node_id: ${nothing}, address: [${peer}]`);
      expect(others["consensus.nodes[0].address[0]"]).to.match(used);
      expect(id).to.equal("not used: it names no node");
    }
    const both = told(`node_id: [${peer}], address: [${peer}]`);
    expect(both["consensus.nodes[0].node_id[0]"]).to.match(used);
    expect(both["consensus.nodes[0].address[0]"]).to.equal("not used: node_id says which nodes these are");
  });

  it("keeps organisations apart whose names would become the same", () => {
    const roots = ["a.b", "a-b", "a.b"].map((org) => `  - { org_id: ${org}, root: x }`).join("\n");
    const told = fates({ "bc.yml": `chain_id: c\ntrust_roots:\n${roots}` });
    expect([0, 1, 2].map((index) => told[`trust_roots[${index}].org_id`])).to.deep.equal([
      "the agency a-b",
      "the agency a-b-2",
      "the agency a-b",
    ]);
  });

  it("becomes policies as ChainMaker's evaluator has them", () => {
    const becomes = (rule: string, orgs = "", roles = "") => {
      const policy = `{ rule: ${rule}, org_list: [${orgs}], role_list: [${roles}] }`;
      const roots = ["a", "b", "c", "d"].map((org) => `\n  - { org_id: ${org}, root: x }`).join("");
      const text = `chain_id: c\ntrust_roots:${roots}\nresource_policies:\n  - resource_name: CHAIN_CONFIG-TRUST_ROOT_ADD\n    policy: ${policy}`;
      return fates({ "bc.yml": text })["resource_policies[0].resource_name"]?.replace(
        /^(?:the policy|not used).*?: /,
        "",
      );
    };
    expect(becomes("ANY", "a.x, b", "admin, client")).to.equal(
      "any of the organisations a-x, b with the role any admin or CLIENT",
    );
    expect(becomes("ALL", "a, a, b")).to.equal("all of the organisations a, b");
    expect(becomes("MAJORITY", "a", "client"), "both lists are ignored").to.equal(
      "majority of the organisations with the role any admin",
    );
    expect(becomes('"3"', "", "ADMIN")).to.equal("count 3 of the organisations with the role any admin");
    expect(becomes('"2/3"')).to.equal("fraction 2 of 3 of the organisations");
    expect(becomes("FORBIDDEN", "a", "admin")).to.equal("forbidden of the network admins");
    for (const [rule, why] of [
      ["SELF", "no organisation decides alone on add-org, and a vote does"],
      ['"5"', '"5" asks for more organisations than there are'],
      ['"3/2"', '"3/2" asks for more organisations than there are'],
      ['"0"', '"0" is no rule that can be kept'],
      ['"-1"', '"-1" is no rule that can be kept'],
      ['"0/2"', '"0/2" is no rule that can be kept'],
      ['"2.5"', '"2.5" is no rule that can be kept'],
      ["majority", '"majority" is no rule that can be kept'],
    ] as const)
      expect(becomes(rule), rule).to.equal(`CHAIN_CONFIG-TRUST_ROOT_ADD: ${why}`);
  });

  it("becomes admins where keys are there and can be accounts, and nothing else", () => {
    const pem = (namedCurve: string) => {
      const { publicKey } = generateKeyPairSync("ec", { namedCurve });
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const point = `0x04${[x, y].map((each) => Buffer.from(each, "base64url").toString("hex")).join("")}`;
      return { text: publicKey.export({ format: "pem", type: "spki" }).toString(), point };
    };
    const [account, other] = [pem("secp256k1"), pem("P-256")];
    const chain = `
chain_id: c
auth_type: permissionedWithKey
trust_roots:
  - org_id: north
    root: [admin1.pem, admin2.pem, admin3.pem, node.key]
`;
    const beside = { "admin1.pem": account.text, "admin2.pem": other.text, "node.key": "secret" };
    const [file] = reading({ "bc.yml": chain }).files;
    expect(file?.values.find(({ where }) => where === "trust_roots[0].root[0]")?.whyNot).to.equal(
      "the key is not there to be read",
    );
    const told = fates({ "bc.yml": chain }, beside);
    const address = computeAddress(account.point);
    expect(told["trust_roots[0].root[0]"]).to.equal(
      `the account ${address} of an admin of north, whose key is in admin1.pem`,
    );
    expect(told["trust_roots[0].root[1]"]).to.equal("not used: a key on P-256 is no account of Ethereum");
    expect(told["trust_roots[0].root[2]"]).to.equal("not used: the key is not there to be read");
    expect(told["trust_roots[0].root[3]"]).to.match(/^not used: the file holds no public key/);
  });

  it("of another shape than it has is not used, and nothing is made of it", () => {
    const wrong = "chain_id: [1]\nconsensus: 5\ntrust_roots: x\nresource_policies: { a: 1 }\nauth_type: constructor";
    const why = "not used: this is no key that is known";
    expect(fates({ "bc.yml": wrong })).to.deep.equal({
      "chain_id[0]": why,
      consensus: why,
      trust_roots: why,
      "resource_policies.a": why,
      auth_type: why,
    });
    expect(reading({ "bc.yml": wrong })).to.include({ agencies: 0, nodes: 0 });
  });

  it("in public mode elects by stake, which GoQuorum does not", () => {
    const told = fates({
      "bc.yml":
        "chain_id: c\nauth_type: public\nconsensus:\n  type: 5\n  dpos_config:\n    - { key: stake, value: '4' }",
    });
    expect(told).to.deep.equal({
      chain_id: "the group c",
      auth_type: "everybody who is to send needs a role in an organisation, unlike in public mode",
      "consensus.type": "not used: DPoS elects validators by stake, and GoQuorum has nothing like it",
      "consensus.dpos_config[0].key": "not used: validators are not elected by what they stake here",
      "consensus.dpos_config[0].value": "not used: validators are not elected by what they stake here",
    });
  });
});

describe("ChainMaker's chainmaker.yml", () => {
  it("is used or named as not used, value by value, and shows no secret", () => {
    const told = fates({ "chainmaker.yml": NODE });
    expect(told).to.include({
      "blockchain[0].chainId": "the group trade",
      "blockchain[0].genesis": "not used: the chain has a file of its own: read that as well",
      "node.org_id": "the agency north-example",
      "node.priv_key_file": "not used: keys and certificates of the node are made anew, where it runs",
      "net.provider": "not used: it is a setting of ChainMaker's own program",
    });
    expect(JSON.stringify(reading({ "chainmaker.yml": NODE }))).to.not.include("hunter2");
    expect(Object.keys(told)).to.have.length(13);
  });

  it("gives the nodes of bc.yml their places, in whatever order the two are read", () => {
    for (const files of [
      { "bc.yml": CHAIN, "chainmaker.yml": NODE },
      { "chainmaker.yml": NODE, "bc.yml": CHAIN },
    ]) {
      const { text, gaps } = reading(files);
      const places = nodesIn(text).map(({ agency, host, runs }) => [agency, host, runs]);
      const run = (port: number, rpcPort: unknown) => [{ group: "trade", enodeId: "REPLACE THIS", port, rpcPort }];
      expect(places).to.have.deep.members([
        ["north-example", "10.1.0.1", run(11301, "REPLACE THIS")],
        ["north-example", "10.1.0.2", run(11302, 12302)],
        ["south-example", "10.2.0.1", run(11301, "REPLACE THIS")],
      ]);
      expect(gaps.find(({ where }) => where === "groups[0].chainId")?.why).to.match(/is a name, "trade"/);
    }
  });

  it("does not guess which node it is of", () => {
    const same = NODE.replace("10.1.0.1/tcp/11301", "10.1.0.1/tcp/11302");
    expect(fates({ "chainmaker.yml": same })).to.include({
      "net.listen_addr": "not used: which of the seeds this node is cannot be told",
      "rpc.port": "not used: which of the seeds this node is cannot be told",
    });
  });
});
