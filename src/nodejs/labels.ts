import * as z from "zod";
import { addressFlaw } from "../model/address.js";
import { refusal } from "../errors/refusal.js";
import { readText } from "./files.js";

/** Short, on one line, and without what moves a cursor: it stands in tables, beside an address. */
const label = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,40}$/u);

const shape = z.record(
  z.string().refine((key) => addressFlaw(key) === undefined),
  label,
);

/** What people call accounts: a JSON object of addresses and names. By address in lower case. Throws FILE_NOT_READ or
 *  LABELS_NOT_ALLOWED. */
export function readLabels(file: string): Map<string, string> {
  const { data, error } = shape.safeParse(parsed(file));
  if (data !== undefined) return new Map(Object.entries(data).map(([address, name]) => [address.toLowerCase(), name]));
  const place = error.issues[0]?.path.map(String).join(" ") ?? "";
  if (place === "") throw refusal("LABELS_NOT_ALLOWED", { cause: "noObject", file });
  throw refusal("LABELS_NOT_ALLOWED", { cause: "entry", file, place });
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readText(file).replace(/^\uFEFF/, "")) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) throw refusal("LABELS_NOT_ALLOWED", { cause: "noObject", file }, { cause });
    throw cause;
  }
}
