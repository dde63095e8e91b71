import { execFile } from "node:child_process";
import path from "node:path";

/** How OpenSSL ended, and everything that it said. */
export interface Said {
  code: number;
  said: string;
}

/** Runs OpenSSL in a directory. Words are separated by blanks; a tilde stands for a blank in a word. */
export function openssl(directory: string, line: string): Promise<Said> {
  const words = line.split(/\s+/).map((word) => word.replaceAll("~", " "));
  return new Promise((resolve) => {
    execFile("openssl", words, { cwd: directory }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}` });
    });
  });
}

/** The same where it works. */
export async function openssled(directory: string, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const { code, said } = await openssl(directory, line);
    if (code !== 0) throw new Error(`openssl ${line}:\n${said}`);
  }
}

/** A file of `openssl ca` for an authority of the organisation ORG1 with an empty record, which makes requests and lists for it. */
export function authorityFile(directory: string): string {
  return `[ca]
default_ca = authority
[authority]
database = ${path.join(directory, "index.txt")}
crlnumber = ${path.join(directory, "crlnumber")}
new_certs_dir = ${directory}
default_md = sha256
default_days = 20
default_crl_days = 10
rand_serial = yes
policy = policy
copy_extensions = copy
crl_extensions = list
[list]
authorityKeyIdentifier = keyid
[policy]
organizationName = supplied
organizationalUnitName = supplied
commonName = supplied
`;
}
