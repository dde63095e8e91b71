import { publicKeyIn } from "../../../certificates/public-key-file.js";
import { PortcullisError } from "../../../errors/error.js";
import type { Path } from "../../../network/placed-text.js";
import type { TextSource } from "../../../util/text-source.js";
import type { Input } from "../input.js";
import { asList, asRecord, asText } from "../values.js";
import { isCertMode } from "./identity.js";

/** The agencies, and their admins as far as keys are there. */
export function readRoots({ leaves, found, from }: Input): void {
  const { trust_roots: roots, auth_type: authType } = asRecord(leaves.value);
  const isCert = isCertMode(authType);
  const pathOf = new Map<string, string>();
  for (const [index, entry] of asList(roots).entries()) {
    const { org_id: org, root } = asRecord(entry);
    const called = asText(org);
    if (called === undefined) continue;
    const agency = found.agency(found.nameFor(called));
    agency.why.admins = isCert
      ? "certificates of authorities are no accounts"
      : "keys were not there to be read, or are on a curve that has no accounts";
    leaves.used(["trust_roots", index, "org_id"], `the agency ${agency.name}`);
    for (const [place, written] of asList(root).entries()) {
      const path: Path = ["trust_roots", index, "root", ...(Array.isArray(root) ? [place] : [])];
      if (isCert) {
        leaves.unused(path, "it is the certificate of an authority, which is no account");
        continue;
      }
      const file = from.beside(asText(written) ?? "");
      const { account, whyNot } = accountIn(file);
      const first = pathOf.get(file.name) ?? asText(written);
      if (account === undefined) leaves.unused(path, whyNot);
      else if (first !== asText(written)) leaves.unused(path, `${file.name} ${TWICE}`);
      else {
        pathOf.set(file.name, first ?? "");
        if (!agency.admins.includes(account)) agency.admins.push(account);
        leaves.used(path, `the account ${account} of an admin of ${agency.name}, whose key is in ${file.name}`);
      }
    }
  }
}

/** The end of two paths may be the same. */
const TWICE = "stands for another path already: copy the key there with the folder that it is in";

/** The account of the public key in a file. */
function accountIn(file: TextSource): { account?: string; whyNot: string } {
  let text;
  try {
    text = file.read();
  } catch (error) {
    return { whyNot: whyNotRead(error) };
  }
  const key = publicKeyIn(text);
  if (key === undefined) return { whyNot: "the file holds no public key" };
  if (typeof key === "string") return { whyNot: `${key} is no account of Ethereum` };
  if (key.account === undefined) return { whyNot: `a key on ${key.curve} is no account of Ethereum` };
  return { account: key.account, whyNot: "" };
}

function whyNotRead(error: unknown): string {
  const cause = error instanceof PortcullisError ? error.facts.cause : undefined;
  if (cause === "outside")
    return "it lies outside the folder of this file, and was not opened: copy the key there, alone or with its folder";
  if (cause === "secret") return "by its name it may be a secret, and was not opened";
  return "the key is not there to be read";
}
