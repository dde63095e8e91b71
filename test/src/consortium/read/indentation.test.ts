import { expect } from "chai";
import { parse } from "yaml";
import { CHAIN_SHAPE, NODE_SHAPE } from "../../../../src/consortium/read/chainmaker/shapes.js";
import { recoverIndentation } from "../../../../src/consortium/read/indentation.js";
import { reading, refused } from "./reading.js";

const CHAIN = `chain_id: trade # its name
auth_type: "permissionedWithKey"
crypto:
  hash: SM3
# a comment
core:
  tx_scheduler_timeout: 10
  consensus_turbo_config:
    retry_time: 500
    retry_interval: 20
consensus:
  type: 1
  nodes:
    - org_id: "north"
      node_id:
        - "QmNorth1"
        - "QmNorth2"
    - org_id: "south"
      node_id:
        - "QmSouth1"
  ext_config: # nothing of interest
    - key: aa
      value: bb
trust_roots:
  - org_id: "north"
    root:
      - "../north.pem"
resource_policies:
  - resource_name: CHAIN_CONFIG-TRUST_ROOT_ADD
    policy:
      rule: MAJORITY
      org_list:
      role_list: # upper case
        - admin
  - resource_name: CHAIN_CONFIG-TRUST_ROOT_DELETE
    policy:
      rule: ALL
      org_list:
        - north
      role_list:
disabled_native_contract:
`;

const NODE = `auth_type: "public"
blockchain:
  - chainId: trade
    genesis: bc1.yml
net:
  provider: LibP2P
  listen_addr: /ip4/0.0.0.0/tcp/11301
  seeds:
    - "/ip4/10.0.0.1/tcp/11301/p2p/QmNorth1"
  tls:
    enabled: true
rpc:
  provider: grpc
  port: 12301
  tls:
    mode: disable
monitor:
  enabled: false
  port: 14321
storage:
  store_path: ledger
  blockdb_config:
    provider: leveldb
    leveldb_config:
      store_path: blocks
  statedb_config:
    provider: leveldb
    leveldb_config:
      store_path: state
  contract_eventdb_config:
    sqldb_config:
      dsn: root:hunter2@tcp(10.1.0.9:3306)/
`;

const flat = (text: string): string => text.replaceAll(/^ +/gm, "");

describe("Indentation that was lost", () => {
  it("comes back by the keys that are known, the same as it was", () => {
    expect(parse(recoverIndentation(flat(CHAIN), CHAIN_SHAPE) ?? "")).to.deep.equal(parse(CHAIN));
    expect(parse(recoverIndentation(flat(NODE), NODE_SHAPE) ?? "")).to.deep.equal(parse(NODE));
  });

  it("is not looked for where it is still there, or where there was none", () => {
    expect(recoverIndentation(CHAIN, CHAIN_SHAPE)).to.equal(undefined);
    expect(recoverIndentation("chain_id: trade\nversion: 1\n", CHAIN_SHAPE)).to.equal(undefined);
  });

  it("does not come back where a key is unknown, or could stand in two places", () => {
    expect(recoverIndentation(flat(CHAIN).replace("hash:", "hush:"), CHAIN_SHAPE)).to.equal(undefined);
    expect(recoverIndentation("crypto:\ntoString: x\n", CHAIN_SHAPE)).to.equal(undefined);
    const shape = { outer: { inner: { first: null, name: null }, name: null } };
    expect(recoverIndentation("outer:\ninner:\nfirst: 1\nname: 2\n", shape)).to.equal(undefined);
    expect(recoverIndentation("outer:\ninner:\nname: 1\nname: 2\n", shape)).to.equal(
      "outer:\n  inner:\n    name: 1\n  name: 2\n",
    );
  });

  it("is shown with what was read, without passwords, and a file that keeps its secret is refused", () => {
    const { files } = reading({ "bc.yml": flat(CHAIN), "chainmaker.yml": flat(NODE) });
    expect(files.map(({ recovered }) => recovered?.split("\n")[2])).to.deep.equal(["crypto:", "  - chainId: trade"]);
    expect(files[1]?.recovered).to.match(/^ +dsn: …$/m);
    expect(JSON.stringify(files)).to.not.include("hunter2");
    expect(reading({ "bc.yml": CHAIN }).files[0]?.recovered).to.equal(null);
    expect(refused("bc.yml", flat(CHAIN).replace("hash:", "hush:"))).to.match(
      /bc\.yml is no file that can be read\. \d+:\d+ /,
    );
  });
});
