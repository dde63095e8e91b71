/** JSON, indented by two spaces and with a final newline. Big numbers become texts. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? each.toString() : each), 2)}\n`;
}
