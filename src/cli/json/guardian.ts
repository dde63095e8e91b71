import * as z from "zod";
import { exampleOf, record } from "./record.js";
import { address, hash, text } from "./values.js";

export const GUARDIAN_SHAPE = {
  guardian: address.describe("who links and replaces the implementation"),
  proposedGuardian: address.nullable().describe("who may accept the office"),
  implementation: address.describe("address of the current implementation"),
};

export const GUARDIAN_EXAMPLE = {
  guardian: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  proposedGuardian: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
  implementation: "0x9A9f2CCfdE556A7E9Ff0848998Aa4a0CFD8863AE",
};

const deciding = record(
  "Deciding module",
  {
    name: text.describe("name of its contract"),
    decides: text.describe("what it decides, in words"),
    address: address.describe("where it is"),
    codeHash: hash.describe("Keccak-256 of its code"),
  },
  {
    example: {
      name: "SettingModule",
      decides: "boot and settings",
      address: "0x610178dA211FEF7D417bC0e6FeD39F05609AD788",
      codeHash: "0x5c1a1f3a1ad3d2b6f0e9c2f39c38a5d5b07c7e6f6a4a63a4fb1a63a0b6bd2a11",
    },
  },
);

const shape = {
  ...GUARDIAN_SHAPE,
  modules: z.array(deciding).describe("the modules that the implementation runs"),
};

export const guardian = record("Guardian", shape, {
  example: { ...GUARDIAN_EXAMPLE, modules: [exampleOf(deciding)] },
});
