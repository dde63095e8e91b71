import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { expect } from "chai";
import { encryptKeystoreJson } from "ethers";
import type { PortcullisError } from "../../../src/errors/error.js";
import { toJson } from "../../../src/util/json.js";
import { environmentSigner, keystoreSigner } from "../../../src/nodejs/key-files.js";
import { keySigner } from "../../../src/chain/signers.js";
import { caught } from "../../helpers/caught.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

const KEY = `0x${"5b3c".repeat(16)}`;
const ADDRESS = keySigner(KEY).address;
const PASSWORD = "correct horse battery ";

/** Neither the message, nor anything that hangs on it, nor its JSON. */
function requireSilent(error: PortcullisError, ...secrets: readonly string[]): void {
  const all = [
    inspect(error, { depth: 20, showHidden: true }),
    String(error.stack),
    toJson(error),
    toJson(Object.fromEntries(Object.entries(error))),
  ];
  for (const secret of secrets) expect(all.join("\n").toLowerCase()).not.to.include(secret.toLowerCase());
}

async function withVariables<T>(variables: Record<string, string>, work: () => T | Promise<T>): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

describe("a key that is none", () => {
  const wrong: [what: string, key: string][] = [
    ["has a digit too many", `${KEY}a`],
    ["has a digit too few", KEY.slice(0, -1)],
    ["has a byte too many", `${KEY}ab`],
    ["has a letter that is no digit", KEY.replace("5b3c", "5b3g")],
    ["has a blank inside", `${KEY.slice(0, 9)} ${KEY.slice(10)}`],
    ["is in quotes", `"${KEY}"`],
    ["is too large", `0x${"ff".repeat(32)}`],
    ["is nothing but 0x", "0x"],
  ];
  for (const [what, key] of wrong) {
    it(`because it ${what} is refused and not shown`, async () => {
      const errors = [
        await caught(Promise.resolve().then(() => keySigner(key))),
        await caught(withVariables({ PORTCULLIS_PRIVATE_KEY: key }, () => environmentSigner())),
      ];
      for (const error of errors) {
        expect(error.code).to.equal("KEY_NOT_ALLOWED");
        if (key.length > 2) requireSilent(error, key.trim().slice(2), KEY.slice(2, 42));
      }
      expect(errors[1]?.message).to.equal("PORTCULLIS_PRIVATE_KEY is not a private key.");
    });
  }

  for (const none of ["", "  ", "\n"]) {
    it(`because ${JSON.stringify(none)} is none is no signer`, async () => {
      expect(await withVariables({ PORTCULLIS_PRIVATE_KEY: none }, () => environmentSigner())).to.equal(undefined);
    });
  }
});

describe("a key in the environment", () => {
  for (const key of [`${KEY}\n`, `${KEY}\r\n`, `  ${KEY}`, `\t${KEY} `, `\ufeff${KEY}`, KEY.slice(2)]) {
    it(`is read as ${JSON.stringify(key.replace(KEY.slice(2), "…"))}`, async () => {
      const signer = await withVariables({ PORTCULLIS_PRIVATE_KEY: key }, () => environmentSigner());
      expect(signer?.address).to.equal(ADDRESS);
    });
  }
});

describe("a signer", () => {
  it("does not show its key", () => {
    expect(inspect(keySigner(KEY), { depth: 20, showHidden: true })).not.to.include(KEY.slice(2));
  });
});

describe("a keystore file", () => {
  const directory = makeScratch();
  const at = (name: string): string => path.join(directory, name);
  const file = at("keystore.json");

  before(async () => {
    const scrypt = { N: 2, r: 1, p: 1 };
    writeFileSync(file, await encryptKeystoreJson({ address: ADDRESS, privateKey: KEY }, PASSWORD, { scrypt }));
    writeFileSync(at("password"), `${PASSWORD}\r\nanother line\n`);
    writeFileSync(at("wrong-password"), "incorrect horse\n");
    writeFileSync(at("plain-key"), KEY);
    writeFileSync(at("broken.json"), `{"version":3,"crypto":{"ciphertext":"${KEY.slice(2)}"}}`);
  });

  after(() => {
    removeScratch(directory);
  });

  it("opens with the first line of a password file, blanks at its end included", async () => {
    expect((await keystoreSigner({ file, passwordFile: at("password") })).address).to.equal(ADDRESS);
  });

  const marked = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf8");
  const wide = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le");
  const encodings: [what: string, encode: (text: string) => Buffer][] = [
    ["begin with a byte order mark", marked],
    ["are in UTF-16, as PowerShell writes them", wide],
    ["are in UTF-16 of the other order", (text) => wide(text).swap16()],
  ];
  for (const [what, encode] of encodings) {
    it(`opens when it and its password file ${what}`, async () => {
      writeFileSync(at("encoded.json"), encode(readFileSync(file, "utf8")));
      writeFileSync(at("encoded-password"), encode(`${PASSWORD}\r\n`));
      const signer = await keystoreSigner({ file: at("encoded.json"), passwordFile: at("encoded-password") });
      expect(signer.address).to.equal(ADDRESS);
    });
  }

  it("opens with the password in the environment, without asking", async () => {
    const askPassword = (): Promise<string> => Promise.reject(new Error("asked"));
    const signer = await withVariables({ PORTCULLIS_PASSWORD: PASSWORD }, () => keystoreSigner({ file, askPassword }));
    expect(signer.address).to.equal(ADDRESS);
  });

  it("opens with a password that the user is asked for", async () => {
    const signer = await keystoreSigner({ file, askPassword: () => Promise.resolve(PASSWORD) });
    expect(signer.address).to.equal(ADDRESS);
  });

  it("needs a password", async () => {
    expect((await caught(keystoreSigner({ file }))).code).to.equal("PASSWORD_MISSING");
  });

  const failures: [what: string, open: () => Promise<unknown>, code: string, says: RegExp][] = [
    [
      "a wrong password in a file",
      () => keystoreSigner({ file, passwordFile: at("wrong-password") }),
      "KEYSTORE_NOT_OPENED",
      /does not open with this password/,
    ],
    [
      "a wrong password that was typed",
      () => keystoreSigner({ file, askPassword: () => Promise.resolve("incorrect horse") }),
      "KEYSTORE_NOT_OPENED",
      /does not open with this password/,
    ],
    [
      "a password file that is missing",
      () => keystoreSigner({ file, passwordFile: at("nowhere") }),
      "FILE_NOT_READ",
      /nowhere/,
    ],
    [
      "a key as it is in place of a keystore",
      () => keystoreSigner({ file: at("plain-key"), passwordFile: at("password") }),
      "KEYSTORE_NOT_OPENED",
      /plain-key is not an encrypted keystore/,
    ],
    [
      "a keystore that lacks something",
      () => keystoreSigner({ file: at("broken.json"), passwordFile: at("password") }),
      "KEYSTORE_NOT_OPENED",
      /broken\.json/,
    ],
    [
      "a directory in place of a keystore, such as geth's own",
      () => keystoreSigner({ file: directory, passwordFile: at("password") }),
      "FILE_NOT_READ",
      /is a directory, not a file\.$/,
    ],
    [
      "a directory in place of a password file",
      () => keystoreSigner({ file, passwordFile: directory }),
      "FILE_NOT_READ",
      /is a directory, not a file\.$/,
    ],
    [
      "a keystore that is missing",
      () => keystoreSigner({ file: at("gone.json"), passwordFile: at("password") }),
      "FILE_NOT_READ",
      /gone\.json/,
    ],
  ];
  for (const [what, open, code, says] of failures) {
    it(`with ${what} does not open, and shows no secret`, async () => {
      const error = await caught(open());
      expect(error.code).to.equal(code);
      expect(error.message).to.match(says);
      requireSilent(error, KEY.slice(2), PASSWORD.trim(), "incorrect horse", "another line");
    });
  }
});
