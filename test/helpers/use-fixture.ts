import { network } from "hardhat";
import type { Connection } from "./contract-suite.js";

/** What a fixture sets up, anew for each test of the block that says this: empty until a test starts, and the same object for all. */
export function useFixture<T extends object>(fixture: (connection: Connection) => Promise<T>): T {
  const stage = {} as T;
  let connection: Connection;
  before(async () => {
    connection = await network.create();
  });
  beforeEach(async () => {
    Object.assign(stage, await connection.networkHelpers.loadFixture(fixture));
  });
  return stage;
}
