import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from "@peculiar/asn1-x509";
import { refusal } from "../errors/refusal.js";
import { decode, encode } from "./der.js";

/** Whom a certificate is for. */
export interface CertificateSubject {
  /** Full id of the organisation: O. */
  readonly organisation: string;
  /** Role in it: OU. */
  readonly role: string;
  /** Who, or which node: CN. */
  readonly name: string;
}

/** A name of X.501, as it stands in a certificate. */
export interface DistinguishedName {
  /** "O=ORG1, OU=admin, CN=alice" */
  readonly text: string;
  /** As it is written, in DER. Two names are the same if this is. */
  readonly der: Uint8Array;
  /** All values of an attribute, in their order. */
  readonly values: Readonly<Record<keyof CertificateSubject, readonly string[]>>;
}

/** Object identifiers of RFC 5280, appendix A. */
const TYPES = { organisation: "2.5.4.10", role: "2.5.4.11", name: "2.5.4.3" } as const;

/** What an attribute is called in a certificate. */
export const ATTRIBUTES = { organisation: "O", role: "OU", name: "CN" } as const satisfies Record<
  keyof CertificateSubject,
  string
>;

const SHORT: Readonly<Record<string, string>> = {
  [TYPES.organisation]: ATTRIBUTES.organisation,
  [TYPES.role]: ATTRIBUTES.role,
  [TYPES.name]: ATTRIBUTES.name,
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.5": "serialNumber",
  "1.2.840.113549.1.9.1": "emailAddress",
};

/** The longest value that RFC 5280 allows these attributes. */
const LONGEST = 64;

export function readName(name: Name): DistinguishedName {
  const parts = [...name].flatMap((each) => [...each]);
  const valuesOf = (type: string): string[] =>
    parts.flatMap((each) => (each.type === type ? each.value.toString() : []));
  return {
    text: parts.map(({ type, value }) => `${SHORT[type] ?? type}=${value.toString()}`).join(", "),
    der: encode(name),
    values: {
      organisation: valuesOf(TYPES.organisation),
      role: valuesOf(TYPES.role),
      name: valuesOf(TYPES.name),
    },
  };
}

/** The same, as the packages for ASN.1 want it: to the letter what it was. */
export function rawName({ der }: DistinguishedName): Name {
  return decode(Name, der) ?? new Name();
}

/** A name with O, OU and CN, each once and in this order, in UTF-8. */
export function nameOf(subject: CertificateSubject): Name {
  const parts = (["organisation", "role", "name"] as const).map((each) => {
    const value = new AttributeValue({ utf8String: subject[each] });
    return new RelativeDistinguishedName([new AttributeTypeAndValue({ type: TYPES[each], value })]);
  });
  return new Name(parts);
}

/** Organisation, role and name of whom it is for. Throws CERTIFICATE_NAME_NOT_ALLOWED, unless each is there once and allowed. */
export function subjectOf(name: DistinguishedName): CertificateSubject {
  const one = (part: keyof CertificateSubject): string => {
    const [value, ...others] = name.values[part];
    const attribute = ATTRIBUTES[part];
    if (value === undefined)
      throw refusal("CERTIFICATE_NAME_NOT_ALLOWED", { cause: "missing", name: name.text, attribute });
    if (others.length > 0)
      throw refusal("CERTIFICATE_NAME_NOT_ALLOWED", { cause: "several", name: name.text, attribute });
    return value;
  };
  const subject = { organisation: one("organisation"), role: one("role"), name: one("name") };
  requireSubject(subject);
  return subject;
}

/** Throws CERTIFICATE_NAME_NOT_ALLOWED for what is no organisation, role or name. */
export function requireSubject({ organisation, role, name }: CertificateSubject): void {
  if (organisation.length > LONGEST || !/^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/.test(organisation))
    throw refusal("CERTIFICATE_NAME_NOT_ALLOWED", { cause: "organisation", value: organisation });
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(role))
    throw refusal("CERTIFICATE_NAME_NOT_ALLOWED", { cause: "role", value: role });
  // Nothing that is not seen, or that turns a line around.
  if (name.length > LONGEST || !/^[^\s\p{C}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\s\p{C}])?$/u.test(name))
    throw refusal("CERTIFICATE_NAME_NOT_ALLOWED", { cause: "name", value: name });
}
