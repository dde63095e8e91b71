import { record } from "./record.js";
import { address } from "./values.js";

export const GUARDIAN_SHAPE = {
  guardian: address.describe("who links and replaces the implementation"),
  proposedGuardian: address.nullable().describe("who may accept the office"),
  implementation: address.describe("address of the current implementation"),
};

export const guardian = record("Guardian", GUARDIAN_SHAPE, {
  example: {
    guardian: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
    proposedGuardian: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
    implementation: "0x9A9f2CCfdE556A7E9Ff0848998Aa4a0CFD8863AE",
  },
});
