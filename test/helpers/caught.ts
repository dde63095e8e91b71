import { expect } from "chai";
import { PortcullisError } from "../../src/errors/error.js";

/** The library's error that an action ends with; the test fails when it ends otherwise. */
export async function caught(action: Promise<unknown>): Promise<PortcullisError> {
  const end: unknown = await action.catch((error: unknown) => error);
  expect(end).to.be.instanceOf(PortcullisError);
  return end as PortcullisError;
}
