import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { isHostName, isPeerIp } from "../model/rules/clean.js";
import { ODD_HOSTS } from "../model/play/values.js";
import { tryRandomly } from "../helpers/random.js";

/** What is an ip address of a peer, and what a host name, compared with what Node and the standard for URLs say. */
describe("Where a node may listen", () => {
  let read: (texts: string[]) => Promise<{ ips: boolean[]; names: boolean[] }>;
  let write: (ips: string[]) => Promise<string[]>;

  before(async () => {
    const { ethers } = await network.create();
    const reader = await ethers.deployContract("HostReader");
    read = async (texts) => {
      const [ips, names] = await reader.read(texts);
      return { ips: [...ips], names: [...names] };
    };
    write = async (ips) => [...(await reader.write(ips))];
  });

  async function agree(texts: string[]): Promise<void> {
    const { ips, names } = await read(texts);
    texts.forEach((text, i) => {
      expect(ips[i], `"${text}" as an ip`).to.equal(isPeerIp(text));
      expect(names[i], `"${text}" as a name`).to.equal(isHostName(text));
    });
  }

  const IPS = [
    ...["1.0.0.1", "10.0.0.1", "127.0.0.1", "223.255.255.255", "169.253.0.1", "169.255.0.1", "0.0.0.0", "0.1.2.3"],
    ...["224.0.0.1", "240.0.0.1", "255.255.255.255", "169.254.0.1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.04"],
    ...["1..2.3", ".1.2.3", "1.2.3.", "1.2.3.1000", "1.2.3.-1", "1.2.3.4 ", "0x7f.0.0.1", "", ".", "..."],
    ...["::", "::1", "1::", "::2:0", "2001:db8::1", "2001:db8::1:0:0:1", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::"],
    ...["::1:2:3:4:5:6:7", "1::2::3", ":::", ":1", "1:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::"],
    ...["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:0:1", "2001:0db8::1", "2001:DB8::1", "12345::", "g::", "::1%eth0"],
    ...["1:0:2::3", "1:0:0:2::3", "1::2:0:0:3", "::ffff:10.0.0.1", "::ffff:a00:1", "::fffe:a00:1", "::10.0.0.1"],
    ...["fe80::1", "febf::1", "fec0::1", "fe7f::1", "ff02::1", "fdff::1", "64:ff9b::a00:1", "0:0:0:0:0:0:0:1"],
  ];

  it("of chosen texts", async () => {
    await agree([...IPS, ...ODD_HOSTS]);
  });

  it("of all IPv4 addresses, and of all spellings of IPv6 addresses", async function () {
    const few = fc.constantFrom("0", "1", "00", "f", "ffff", "fe80", "a0b", "");
    const v6 = fc.array(few, { minLength: 1, maxLength: 9 }).map((groups) => groups.join(":"));
    const text = fc.oneof(
      fc.ipV4(),
      fc.ipV4Extended(),
      fc.ipV6(),
      v6,
      fc.string({ unit: fc.constantFrom("0", "1", ":", ".", "f", "a", "-", "_", "Z") }),
    );
    await tryRandomly(this, 20, fc.asyncProperty(fc.array(text, { minLength: 60, maxLength: 60 }), agree));
  });

  it("is written as nodes write it, whatever its 16 bytes are", async function () {
    const group = fc.constantFrom(0, 0, 0, 1, 0xa, 0x10, 0xdb8, 0xffff);
    const v6 = fc.array(group, { minLength: 8, maxLength: 8 });
    const v4 = fc.array(fc.nat(0xffff), { minLength: 2, maxLength: 2 }).map((two) => [0, 0, 0, 0, 0, 0xffff, ...two]);
    const agreeing = async (all: number[][]): Promise<void> => {
      const bytes = all.map((groups) => `0x${groups.map((each) => each.toString(16).padStart(4, "0")).join("")}`);
      expect(await write(bytes)).to.deep.equal(all.map(canonical));
    };
    const many = fc.array(fc.oneof(v6, v4), { minLength: 40, maxLength: 40 });
    await tryRandomly(this, 20, fc.asyncProperty(many, agreeing));
  });

  /** As the standard for URLs writes it, and IPv4 as such. */
  function canonical(groups: number[]): string {
    const [high = 0, low = 0] = groups.slice(6);
    if (groups.slice(0, 6).join() === "0,0,0,0,0,65535") return [high >> 8, high & 255, low >> 8, low & 255].join(".");
    const text = groups.map((each) => each.toString(16)).join(":");
    return new URL(`http://[${text}]`).hostname.slice(1, -1);
  }
});
