import { expect } from "chai";
import { formatEnode, hasHostName, isSameEnode, listedUrl } from "../../../src/model/enode.js";
import { parseEnode } from "../../../src/network/parse-enode.js";
import { PortcullisError } from "../../../src/errors/error.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";

const ID = enodeIdOf("72");

describe("enode URLs", () => {
  const readable: [url: string, written: string][] = [
    [`enode://${ID}@127.0.0.1:21000`, `enode://${ID}@127.0.0.1:21000?discport=0`],
    [`enode://${ID}@127.0.0.1:21000?discport=0`, `enode://${ID}@127.0.0.1:21000?discport=0`],
    [`enode://${ID}@10.0.0.1:1?discport=30301&raftport=50401`, `enode://${ID}@10.0.0.1:1?discport=0&raftport=50401`],
    [`enode://${ID}@10.0.0.1:65535?raftport=50401`, `enode://${ID}@10.0.0.1:65535?discport=0&raftport=50401`],
    [`enode://${ID}@[::1]:21000?discport=0`, `enode://${ID}@[::1]:21000?discport=0`],
    [`enode://${ID}@[0:0:0:0:0:0:0:1]:21000`, `enode://${ID}@[::1]:21000?discport=0`],
    [`enode://${ID}@[2001:0DB8:0:0:1:0:0:0]:21000`, `enode://${ID}@[2001:db8:0:0:1::]:21000?discport=0`],
    [`enode://${ID}@[::FFFF:10.0.1.200]:21000`, `enode://${ID}@10.0.1.200:21000?discport=0`],
    [`enode://${ID}@node-1.example:21000`, `enode://${ID}@node-1.example:21000?discport=0`],
    [`enode://${ID.toUpperCase()}@127.0.0.1:21000`, `enode://${ID}@127.0.0.1:21000?discport=0`],
  ];
  for (const [url, written] of readable) {
    it(`writes ${url.replace(/[0-9a-f]{128}/i, "ID")} as nodes read it`, () => {
      expect(formatEnode(parseEnode(url))).to.equal(written);
    });
  }

  it("of an IPv6 address has no brackets where nodes list it", () => {
    expect(listedUrl(parseEnode(`enode://${ID}@[::1]:21000?raftport=5`))).to.equal(
      `enode://${ID}@::1:21000?discport=0&raftport=5`,
    );
  });

  it("takes the parts apart", () => {
    expect(parseEnode(`enode://${ID}@[::1]:21000?discport=0&raftport=5`)).to.deep.equal({
      enodeId: ID,
      ip: "::1",
      port: 21000,
      raftPort: 5,
    });
  });

  it("tells a host name from an ip address", () => {
    expect(hasHostName(parseEnode(`enode://${ID}@node1:21000`))).to.equal(true);
    expect(hasHostName(parseEnode(`enode://${ID}@[::1]:21000`))).to.equal(false);
  });

  it("knows the same place under two spellings", () => {
    const given = parseEnode(`enode://${ID}@[::1]:21000`);
    expect(isSameEnode(given, { ...given, ip: "0:0::0:1" })).to.equal(true);
    expect(isSameEnode(given, { ...given, ip: "::2" })).to.equal(false);
    expect(isSameEnode(given, { ...given, ip: "127.0.0.1" })).to.equal(false);
    expect(isSameEnode(given, { ...given, port: 21001 })).to.equal(false);
  });

  const unreadable: [what: string, url: string, message: RegExp][] = [
    ["other schemes", `http://${ID}@127.0.0.1:21000`, /not an enode URL/],
    ["short ids", `enode://${ID.slice(1)}@127.0.0.1:21000`, /127 characters/],
    ["ids that are not hex", `enode://${"g".repeat(128)}@127.0.0.1:21000`, /128 hex digits/],
    ["ids that are no public key", `enode://${"ab".repeat(64)}@127.0.0.1:21000`, /not a public key/],
    ["no port", `enode://${ID}@127.0.0.1`, /names no port/],
    ["port 0", `enode://${ID}@127.0.0.1:0`, /from 1 to 65535/],
    ["ports beyond 65535", `enode://${ID}@127.0.0.1:65536`, /from 1 to 65535/],
    ["raft ports beyond 65535", `enode://${ID}@127.0.0.1:1?raftport=70000`, /raftport/],
    ["discovery ports that are none", `enode://${ID}@127.0.0.1:1?discport=x`, /discport/],
    ["broken ip addresses", `enode://${ID}@127.0.0.256:21000`, /neither an IP address/],
    ["addresses of one machine's own network", `enode://${ID}@[fe80::1%eth0]:21000`, /only on one machine/],
    ["no host", `enode://${ID}@:21000`, /neither an IP address/],
    ["unknown parts", `enode://${ID}@127.0.0.1:21000?raftprot=1`, /raftprot/],
  ];
  for (const [what, url, message] of unreadable) {
    it(`refuses ${what}`, () => {
      expect(() => parseEnode(url)).to.throw(PortcullisError, message);
    });
  }
});
