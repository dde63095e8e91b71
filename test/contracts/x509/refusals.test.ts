import { expect } from "chai";
import { concat, dataLength, dataSlice, toBeHex } from "ethers";
import { network } from "hardhat";
import type { CertificateReader } from "../../../typechain-types/index.js";
import {
  attribute,
  AUTHORITY,
  type CertificateParts,
  certificateWith,
  ecdsa,
  extension,
  extensions,
  FIELD,
  HOLDER,
  IDS,
  KEY_ID,
  keyInfo,
  nameOf,
  NO_AUTHORITY,
  ORDER,
  SIGNS,
  SOUND,
  validity,
} from "../../helpers/certificate-parts.js";
import {
  bitString,
  context,
  contextPrimitive,
  type Der,
  element,
  generalizedTime,
  integer,
  NULL,
  octetString,
  oid,
  printable,
  sequence,
  set,
  TRUE,
  utcTime,
  utf8,
} from "../../helpers/der.js";

/** What is wrong, the certificate or the parts of it that are, the error, and its values where they are not places. */
type Row = readonly [
  says: string,
  wrong: Der | Partial<CertificateParts>,
  error: string,
  ...values: (string | number | bigint | undefined)[],
];

const { issuer, key } = SOUND;
const whole = certificateWith();
const O = attribute(IDS.organisation, utf8("ORG1"));
const OU = attribute(IDS.role, utf8("admin"));
const CN = attribute(IDS.name, utf8("alice"));

const named = (...attributes: Der[]): Partial<CertificateParts> => ({ subject: sequence(...attributes) });
const withName = (value: Der): Partial<CertificateParts> => named(O, OU, attribute(IDS.name, value));
const octetsAsName = (octets: Der): Partial<CertificateParts> => withName(element(0x0c, octets));
const extended = (...all: Der[]): Partial<CertificateParts> => ({ extensions: extensions(...all) });
const from = (time: Der): Partial<CertificateParts> => ({
  validity: validity(time, generalizedTime("20991231235959Z")),
});
const until = (time: Der): Partial<CertificateParts> => ({ validity: validity(utcTime("700101000000Z"), time) });
const signed = (r: bigint, s: bigint): Partial<CertificateParts> => ({ signature: ecdsa(r, s) });
const keyOf = (point: Der): Partial<CertificateParts> => ({ key: keyInfo(point) });
/** The identifier of an extension as an error has it. */
const id = (text: string): string => concat([oid(text), "0x".padEnd(2 + 2 * (32 - dataLength(oid(text))), "0")]);

const LENGTHS: readonly Row[] = [
  ["nothing at all", "0x", "DerCutOff", 0],
  ["a tag alone", "0x30", "DerCutOff", 0],
  ["a length of which there is only a part", "0x3082", "DerCutOff", 0],
  ["something in PEM", "0x2d2d2d2d2d424547494e", "DerCutOff", 0],
  ["an indefinite length around it", concat(["0x3080", dataSlice(whole, 4), "0x0000"]), "DerLengthNotAllowed", 0],
  ["an indefinite length within it", { serial: "0x02800100" }, "DerLengthNotAllowed"],
  ["a long form for a short length", { serial: "0x02810101" }, "DerLengthNotAllowed"],
  ["a longer form than a length needs", { issuer: concat(["0x308200", dataSlice(issuer, 1)]) }, "DerLengthNotAllowed"],
  ["a length of 130 in two octets", { issuer: concat(["0x30820082", `0x${"00".repeat(130)}`]) }, "DerLengthNotAllowed"],
  ["a length of three octets", { issuer: concat(["0x30830000", dataSlice(issuer, 1)]) }, "DerLengthNotAllowed"],
  ["octets behind it", concat([whole, "0x00"]), "DerOctetsLeft", dataLength(whole)],
  ["something behind the signature", { signature: concat([ecdsa(1n, 1n), NULL]) }, "DerOctetsLeft"],
  ["something behind the extensions", { extensions: concat([extensions(SIGNS), NULL]) }, "DerOctetsLeft"],
  ["nothing but a signed part", sequence(sequence()), "X509VersionNotAllowed", 0],
  ["another kind of element", set(), "DerTagNotAllowed", 0, 0x31, 0x30],
];

const NUMBERS: readonly Row[] = [
  ["version 1", { version: "0x" }, "X509VersionNotAllowed", 0],
  ["version 1 that is written", { version: context(0, integer(0)) }, "X509VersionNotAllowed", 0],
  ["version 2", { version: context(0, integer(1)) }, "X509VersionNotAllowed", 1],
  ["version 4", { version: context(0, integer(3)) }, "X509VersionNotAllowed", 3],
  [
    "a version of many octets",
    { version: context(0, integer(2n ** 256n - 1n)) },
    "X509VersionNotAllowed",
    2n ** 256n - 1n,
  ],
  ["a version and something", { version: context(0, integer(2), NULL) }, "DerOctetsLeft"],
  ["a version that is not minimal", { version: context(0, "0x02020002") }, "DerNumberNotAllowed"],
  ["no serial number", { serial: "0x" }, "DerTagNotAllowed", undefined, 0x30, 0x02],
  ["a serial number without octets", { serial: "0x0200" }, "DerNumberNotAllowed"],
  ["the serial number 0", { serial: integer(0) }, "X509SerialNotAllowed", 0],
  ["a negative serial number", { serial: "0x0201ff" }, "DerNumberNotAllowed"],
  ["a serial number that is not minimal", { serial: "0x02020001" }, "DerNumberNotAllowed"],
  ["a serial number of 21 octets", { serial: integer(2n ** 159n) }, "X509SerialNotAllowed", 2n ** 159n],
  ["a serial number of 34 octets", { serial: integer(2n ** 264n) }, "DerNumberNotAllowed"],
  ["a serial number of 33 octets", { serial: integer(2n ** 256n) }, "DerNumberNotAllowed"],
];

const P256 = "1.2.840.10045.3.1.7";
/** Written with as many octets as secp256k1. */
const P384 = "1.3.132.0.34";
const curve = (text: string): Der => sequence(oid(IDS.ecPublicKey), oid(text));
const RSA = sequence(oid("1.2.840.113549.1.1.11"), NULL);
const SHA384 = sequence(oid("1.2.840.10045.4.3.3"));
const WITH_NULL = sequence(oid(IDS.ecdsaWithSha256), NULL);
const compressed = HOLDER.compressedPublicKey;
const [x, y] = [dataSlice(HOLDER.publicKey, 1, 33), dataSlice(HOLDER.publicKey, 33)];
/** y is known of the point with x = 1, to which the field can be added without an octet more. */
const Y_OF_1 = "0x4218f20ae6c646b363db68605822fb14264ca8d2587fdd6fbc750d587e76a7ee";

const ALGORITHMS: readonly Row[] = [
  ["another algorithm inside", { algorithm: RSA }, "X509SignatureAlgorithmNotAllowed", undefined, RSA],
  ["another algorithm outside", { outside: SHA384 }, "X509SignatureAlgorithmNotAllowed", undefined, SHA384],
  ["parameters inside", { algorithm: WITH_NULL }, "X509SignatureAlgorithmNotAllowed", undefined, WITH_NULL],
  ["parameters outside", { outside: WITH_NULL }, "X509SignatureAlgorithmNotAllowed", undefined, WITH_NULL],
  ["no algorithm outside", { outside: "0x" }, "DerTagNotAllowed", undefined, 0x03, 0x30],
  [
    "a key on P-256",
    { key: keyInfo(HOLDER.publicKey, curve(P256)) },
    "X509KeyAlgorithmNotAllowed",
    undefined,
    curve(P256),
  ],
  ["a key on P-384", { key: keyInfo(HOLDER.publicKey, curve(P384)) }, "X509KeyAlgorithmNotAllowed"],
  ["a key of RSA", { key: keyInfo(HOLDER.publicKey, RSA) }, "X509KeyAlgorithmNotAllowed", undefined, RSA],
  [
    "a key on a curve without a name",
    { key: keyInfo(HOLDER.publicKey, sequence(oid(IDS.ecPublicKey), NULL)) },
    "X509KeyAlgorithmNotAllowed",
  ],
  ["a key and something", { key: sequence(dataSlice(key, 2), NULL) }, "DerOctetsLeft"],
  ["a compressed point", keyOf(compressed), "X509PointNotAllowed", undefined, compressed],
  ["a point with one octet more", keyOf(concat([HOLDER.publicKey, "0x00"])), "X509PointNotAllowed"],
  ["a point with another beginning", keyOf(concat(["0x06", x, y])), "X509PointNotAllowed"],
  ["no point", keyOf("0x"), "X509PointNotAllowed", undefined, "0x"],
  ["a point off the curve", keyOf(concat(["0x04", y, x])), "X509PointNotAllowed"],
  ["the point 0, 0", keyOf(concat(["0x04", toBeHex(0, 64)])), "X509PointNotAllowed"],
  ["an x beyond the field", keyOf(concat(["0x04", toBeHex(FIELD + 1n), Y_OF_1])), "X509PointNotAllowed"],
  [
    "a point without its last bits",
    { key: sequence(curve(IDS.secp256k1), bitString(HOLDER.publicKey, 4)) },
    "DerBitsNotAllowed",
  ],
  ["a point in no octets at all", { key: sequence(curve(IDS.secp256k1), "0x0300") }, "DerBitsNotAllowed"],
  ["r that is 0", signed(0n, 1n), "X509SignatureNotAllowed", 0, 1],
  ["s that is 0", signed(1n, 0n), "X509SignatureNotAllowed", 1, 0],
  ["r that is the order", signed(ORDER, 1n), "X509SignatureNotAllowed", ORDER, 1],
  ["s that is the order", signed(1n, ORDER), "X509SignatureNotAllowed", 1, ORDER],
  ["a negative r", { signature: bitString(sequence("0x0201ff", integer(1))) }, "DerNumberNotAllowed"],
  ["an s that is not minimal", { signature: bitString(sequence(integer(1), "0x02020001")) }, "DerNumberNotAllowed"],
  [
    "a signature of three numbers",
    { signature: bitString(sequence(integer(1), integer(1), integer(1))) },
    "DerOctetsLeft",
  ],
  ["a signature of one number", { signature: bitString(sequence(integer(1))) }, "DerCutOff"],
  [
    "a signature and something",
    { signature: bitString(concat([sequence(integer(1), integer(1)), NULL])) },
    "DerOctetsLeft",
  ],
  [
    "a signature without its last bit",
    { signature: bitString(sequence(integer(1), integer(1)), 1) },
    "DerBitsNotAllowed",
  ],
  [
    "a signature in a string of octets",
    { signature: octetString(sequence(integer(1), integer(1))) },
    "DerTagNotAllowed",
  ],
];

const NAMES: readonly Row[] = [
  ["no name", named(), "X509NameMissing", "O"],
  ["no organisation", named(OU, CN), "X509NameMissing", "O"],
  ["no role", named(O, CN), "X509NameMissing", "OU"],
  ["no common name", named(O, OU), "X509NameMissing", "CN"],
  ["two organisations", named(O, OU, CN, O), "X509NameDoubled", undefined, "O"],
  ["two common names", named(CN, O, OU, CN), "X509NameDoubled", undefined, "CN"],
  [
    "two attributes in one place",
    named(set(sequence(oid(IDS.organisation), utf8("A")), sequence(oid(IDS.role), utf8("B"))), CN),
    "DerOctetsLeft",
  ],
  ["a place without an attribute", named(set(), O, OU, CN), "DerCutOff"],
  ["an attribute without a value", named(O, OU, set(sequence(oid(IDS.name)))), "DerCutOff"],
  ["an attribute with two values", named(O, OU, set(sequence(oid(IDS.name), utf8("a"), utf8("b")))), "DerOctetsLeft"],
  [
    "another attribute with two values",
    named(O, OU, CN, set(sequence(oid(IDS.country), utf8("a"), utf8("b")))),
    "DerOctetsLeft",
  ],
  ["an attribute without a type", named(O, OU, CN, set(sequence("0x0600", utf8("a")))), "DerIdentifierNotAllowed"],
  ["a type that does not end", named(O, OU, CN, set(sequence("0x06025580", utf8("a")))), "DerIdentifierNotAllowed"],
  ["a type that is not minimal", named(O, OU, CN, set(sequence("0x0603558004", utf8("a")))), "DerIdentifierNotAllowed"],
  [
    "a type of 31 octets",
    named(O, OU, CN, set(sequence(element(0x06, `0x${"55".repeat(31)}`), utf8("a")))),
    "DerIdentifierNotAllowed",
  ],
  ["an empty text", withName(utf8("")), "X509TextNotAllowed", undefined, "0x"],
  ["a text of 65 characters", withName(utf8("a".repeat(65))), "X509TextNotAllowed"],
  ["a text of 65 characters of two octets", withName(utf8("ë".repeat(65))), "X509TextNotAllowed"],
  ["a printable text of 65 characters", withName(printable("a".repeat(65))), "X509TextNotAllowed"],
  ["a NUL", withName(utf8("alice\0.example")), "X509TextNotAllowed"],
  ["a line feed", withName(utf8("alice\nO=ORG2")), "X509TextNotAllowed"],
  ["DEL", withName(utf8("alice\x7f")), "X509TextNotAllowed"],
  ["a control character of two octets", withName(utf8("alice\x85")), "X509TextNotAllowed"],
  ["a mark that turns a line around", withName(utf8("alice\u202eecila")), "X509TextNotAllowed"],
  ["a space without a width", withName(utf8("ali\u200bce")), "X509TextNotAllowed"],
  ["an invisible operator", withName(utf8("ali\u2064ce")), "X509TextNotAllowed"],
  ["a byte order mark", withName(utf8("\ufeffalice")), "X509TextNotAllowed"],
  ["an octet that continues nothing", octetsAsName("0x6180"), "X509TextNotAllowed"],
  ["a character that is not continued", octetsAsName("0xc361"), "X509TextNotAllowed"],
  ["a character that is cut off", octetsAsName("0xe282"), "X509TextNotAllowed"],
  ["a slash of two octets", octetsAsName("0xc0af"), "X509TextNotAllowed"],
  ["a slash of three octets", octetsAsName("0xe080af"), "X509TextNotAllowed"],
  ["a character of four octets that needs three", octetsAsName("0xf08282ac"), "X509TextNotAllowed"],
  ["half of a character in UTF-16", octetsAsName("0xeda080"), "X509TextNotAllowed"],
  ["a character beyond the last one", octetsAsName("0xf4908080"), "X509TextNotAllowed"],
  ["a character of five octets", octetsAsName("0xf888808080"), "X509TextNotAllowed"],
  ["an @ in a printable text", withName(printable("alice@org1")), "X509TextNotAllowed"],
  ["an underscore in a printable text", withName(printable("alice_1")), "X509TextNotAllowed"],
  ["a text of ISO 646", withName(element(0x16, "0x616c696365")), "X509TextNotAllowed"],
  ["a text of T.61", withName(element(0x14, "0x616c696365")), "X509TextNotAllowed"],
  ["a text of UTF-16", withName(element(0x1e, "0x0061006c")), "X509TextNotAllowed"],
  ["a second role that is no text", named(O, OU, CN, attribute(IDS.role, integer(1))), "X509TextNotAllowed"],
];

const TIMES: readonly Row[] = [
  ["UTCTime without seconds", until(utcTime("2712010900Z")), "X509TimeNotAllowed"],
  ["UTCTime of another zone", until(utcTime("271201090000+0100")), "X509TimeNotAllowed"],
  ["UTCTime without a zone", until(utcTime("2712010900000")), "X509TimeNotAllowed"],
  ["UTCTime with a small z", until(utcTime("271201090000z")), "X509TimeNotAllowed"],
  ["GeneralizedTime before 2050", until(generalizedTime("20491231235959Z")), "X509TimeNotAllowed"],
  ["GeneralizedTime without seconds", until(generalizedTime("205012010900Z")), "X509TimeNotAllowed"],
  ["GeneralizedTime with parts of a second", until(generalizedTime("20501201090000.5Z")), "X509TimeNotAllowed"],
  ["GeneralizedTime without a zone", until(generalizedTime("205012010900000")), "X509TimeNotAllowed"],
  ["a time as text", until(utf8("271201090000Z")), "X509TimeNotAllowed"],
  ["a time before 1970", from(utcTime("691231235959Z")), "X509TimeNotAllowed"],
  ["the month 0", until(utcTime("270001090000Z")), "X509TimeNotAllowed"],
  ["the month 13", until(utcTime("271301090000Z")), "X509TimeNotAllowed"],
  ["the day 0", until(utcTime("271200090000Z")), "X509TimeNotAllowed"],
  ["30 February", until(utcTime("280230090000Z")), "X509TimeNotAllowed"],
  ["29 February of no leap year", until(utcTime("270229090000Z")), "X509TimeNotAllowed"],
  ["29 February 2100", until(generalizedTime("21000229090000Z")), "X509TimeNotAllowed"],
  ["32 January", until(utcTime("270132090000Z")), "X509TimeNotAllowed"],
  ...["04", "06", "09", "11"].map((month): Row => [
    `31 days of the month ${month}`,
    until(utcTime(`27${month}31090000Z`)),
    "X509TimeNotAllowed",
  ]),
  ["the hour 24", until(utcTime("271201240000Z")), "X509TimeNotAllowed"],
  ["the minute 60", until(utcTime("271201096000Z")), "X509TimeNotAllowed"],
  ["the second 60", until(utcTime("271201090060Z")), "X509TimeNotAllowed", undefined, "0x3237313230313039303036305a"],
  ["a letter as a digit", until(utcTime("2712010900A0Z")), "X509TimeNotAllowed"],
  ["a sign as a digit", until(utcTime("2712+1090000Z")), "X509TimeNotAllowed"],
  ["a character before the digits", until(utcTime("27120109000/Z")), "X509TimeNotAllowed"],
  ["a character behind the digits", until(utcTime("27120109000:Z")), "X509TimeNotAllowed"],
  ["an octet with its highest bit", until(element(0x17, "0x3237313230313039303030b05a")), "X509TimeNotAllowed"],
  [
    "an end before the beginning",
    { validity: validity(utcTime("261201090001Z"), utcTime("261201090000Z")) },
    "X509PeriodNotAllowed",
    1796115601,
    1796115600,
  ],
  ["one time alone", { validity: sequence(utcTime("261201090000Z")) }, "DerCutOff"],
  ["three times", { validity: sequence(...Array<Der>(3).fill(utcTime("261201090000Z"))) }, "DerOctetsLeft"],
];

const UNKNOWN = "2.5.29.30";
const EXTENSIONS: readonly Row[] = [
  ["no extensions", { extensions: "0x" }, "DerCutOff"],
  ["an empty list of extensions", extended(), "DerCutOff"],
  ["two lists of extensions", { extensions: context(3, sequence(SIGNS), sequence(KEY_ID)) }, "DerOctetsLeft"],
  ["a unique id of the issuer", { uniqueIds: contextPrimitive(1, "0x0001") }, "X509UniqueIdNotAllowed"],
  ["a unique id of the subject", { uniqueIds: contextPrimitive(2, "0x0001") }, "X509UniqueIdNotAllowed"],
  [
    "an unknown critical extension",
    extended(SIGNS, extension(UNKNOWN, NULL, true)),
    "X509ExtensionUnknown",
    undefined,
    id(UNKNOWN),
  ],
  [
    "purposes that have to be understood",
    extended(extension(IDS.purposes, sequence(oid("1.3.6.1.5.5.7.3.2")), true)),
    "X509ExtensionUnknown",
    undefined,
    id(IDS.purposes),
  ],
  ["a doubled extension", extended(KEY_ID, SIGNS, KEY_ID), "X509ExtensionDoubled", undefined, id(IDS.keyId)],
  [
    "a doubled basicConstraints",
    extended(NO_AUTHORITY, AUTHORITY),
    "X509ExtensionDoubled",
    undefined,
    id(IDS.basicConstraints),
  ],
  ["a doubled keyUsage", extended(SIGNS, SIGNS), "X509ExtensionDoubled", undefined, id(IDS.keyUsage)],
  ["false that is written", extended(sequence(oid(IDS.keyId), "0x010100", octetString(NULL))), "DerBooleanNotAllowed"],
  ["true that is not ff", extended(sequence(oid(IDS.keyId), "0x010101", octetString(NULL))), "DerBooleanNotAllowed"],
  ["true of two octets", extended(sequence(oid(IDS.keyId), "0x0102ffff", octetString(NULL))), "DerBooleanNotAllowed"],
  ["an extension that says nothing", extended(extension(IDS.keyId, "0x")), "DerCutOff"],
  ["an extension that says two things", extended(extension(IDS.keyId, concat([NULL, NULL]))), "DerOctetsLeft"],
  ["an extension that says no element", extended(extension(IDS.keyId, "0x0000")), "DerTagNotAllowed", undefined, 0, 0],
  ["an extension with a tag of two octets", extended(extension(IDS.keyId, "0x1f0100")), "DerTagNotAllowed"],
  ["an extension and something", extended(sequence(oid(IDS.keyId), octetString(NULL), NULL)), "DerOctetsLeft"],
  ["an extension without an identifier", extended(sequence(octetString(NULL))), "DerTagNotAllowed"],
  ["an extension without a string of octets", extended(sequence(oid(IDS.keyId), NULL)), "DerTagNotAllowed"],
  ["cA that is false", extended(extension(IDS.basicConstraints, sequence("0x010100"))), "DerBooleanNotAllowed"],
  [
    "a path length without cA",
    extended(extension(IDS.basicConstraints, sequence(integer(1)))),
    "X509ExtensionNotAllowed",
    undefined,
    id(IDS.basicConstraints),
  ],
  [
    "a negative path length",
    extended(extension(IDS.basicConstraints, sequence(TRUE, "0x0201ff"))),
    "DerNumberNotAllowed",
  ],
  [
    "a path length and something",
    extended(extension(IDS.basicConstraints, sequence(TRUE, integer(1), NULL))),
    "DerOctetsLeft",
  ],
  [
    "no use at all",
    extended(extension(IDS.keyUsage, bitString("0x00", 7))),
    "X509ExtensionNotAllowed",
    undefined,
    id(IDS.keyUsage),
  ],
  ["uses without bits", extended(extension(IDS.keyUsage, bitString("0x"))), "X509ExtensionNotAllowed"],
  ["uses in no octets", extended(extension(IDS.keyUsage, "0x0300")), "X509ExtensionNotAllowed"],
  ["uses with bits left over", extended(extension(IDS.keyUsage, bitString("0x80", 6))), "X509ExtensionNotAllowed"],
  [
    "uses with a bit that does not count",
    extended(extension(IDS.keyUsage, bitString("0x81", 7))),
    "X509ExtensionNotAllowed",
  ],
  [
    "uses with an octet left over",
    extended(extension(IDS.keyUsage, bitString("0x8000", 7))),
    "X509ExtensionNotAllowed",
  ],
  ["uses of three octets", extended(extension(IDS.keyUsage, bitString("0x800001"))), "X509ExtensionNotAllowed"],
  [
    "eight bits that do not count",
    extended(extension(IDS.keyUsage, bitString("0x8001", 8))),
    "X509ExtensionNotAllowed",
  ],
  ["no purposes", extended(extension(IDS.purposes, sequence())), "DerCutOff"],
  ["a purpose that is none", extended(extension(IDS.purposes, sequence(NULL))), "DerTagNotAllowed"],
];

const MISSING = (["algorithm", "issuer", "validity", "subject", "key"] as const).flatMap((part): Row[] => [
  [`no ${part}`, { [part]: "0x" }, ""],
  [`${part} twice`, { [part]: concat([SOUND[part], SOUND[part]]) }, ""],
]);

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  "lengths and what surrounds a certificate": LENGTHS,
  "version and serial number": NUMBERS,
  "algorithms, keys and signatures": ALGORITHMS,
  names: NAMES,
  times: TIMES,
  extensions: EXTENSIONS,
};

describe("A certificate is refused", () => {
  let reader: CertificateReader;

  before(async () => {
    const { ethers } = await network.create();
    reader = await ethers.deployContract("CertificateReader");
  });

  const derOf = (wrong: Row[1]): Der => (typeof wrong === "string" ? wrong : certificateWith(wrong));

  for (const [title, rows] of Object.entries(TABLES)) {
    describe(`for its ${title}:`, () => {
      for (const [says, wrong, error, ...values] of rows) {
        it(says, async () => {
          const { name, args } = await refusal(derOf(wrong));
          expect(name).to.equal(error);
          values.forEach((value, place) => {
            if (value !== undefined) expect(args[place]).to.equal(value.toString());
          });
        });
      }
    });
  }

  describe("where a part is", () => {
    for (const [says, wrong] of MISSING) {
      it(says, async () => {
        expect((await refusal(derOf(wrong))).name).to.match(/^(?:Der|X509)\w+$/);
      });
    }
  });

  it("with the place where it is wrong", async () => {
    const der = certificateWith({ subject: nameOf("ORG1", "admin", "a\0") });
    const place = der.indexOf(utf8("a\0").slice(2)) / 2 - 1;
    const { args } = await refusal(der);
    expect(args).to.deep.equal([`${place}`, "0x6100"]);
  });

  async function refusal(der: Der): Promise<{ name: string; args: string[] }> {
    try {
      await reader.read(der);
    } catch (error) {
      const { data } = error as { data: string };
      const parsed = reader.interface.parseError(data);
      return { name: parsed?.name ?? `reverted with ${data}`, args: [...(parsed?.args ?? [])].map(String) };
    }
    throw new Error("It is read.");
  }

  it("unless it is sound", async () => {
    expect((await reader.read(whole)).name).to.equal("alice");
  });
});
