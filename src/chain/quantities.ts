/** A number as JSON-RPC writes it. */
export function fromQuantity(value: unknown): bigint {
  return BigInt(value as string);
}
