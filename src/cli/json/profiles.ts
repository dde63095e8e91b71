import type * as z from "zod";
import type { Profile } from "../../nodejs/profiles.js";
import { record } from "./record.js";
import { address, number, text } from "./values.js";

export const profile = record(
  "Profile",
  {
    name: text.describe("its name"),
    network: text.nullable().describe("URL of the node"),
    config: text.nullable().describe("path of the network's permission-config.json"),
    chainId: number.nullable().describe("id of the chain; null where any will do"),
    from: address.nullable().describe("the account that acts"),
  },
  {
    example: {
      name: "production",
      network: "http://127.0.0.1:22000",
      config: "/srv/consortium/permission-config.json",
      chainId: 1337,
      from: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
    },
  },
);

export function profileAnswer({ name, network, config, chainId, from }: Profile): z.output<typeof profile> {
  return { name, network: network ?? null, config: config ?? null, chainId: chainId ?? null, from: from ?? null };
}
