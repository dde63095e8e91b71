import { PortcullisError } from "../../src/errors/error.js";

/** The library's error with which something ends. */
export async function failureOf(work: Promise<unknown>): Promise<PortcullisError> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof PortcullisError) return thrown;
  throw new Error("It does not end with an error of the library.", { cause: thrown });
}
