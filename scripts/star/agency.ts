import { cpSync } from "node:fs";
import path from "node:path";
import { computeAddress, id } from "ethers";
import { gatherCardFiles, readAgencyFile, readInvitation, writeCard } from "../../src/nodejs/card-files.js";
import { makeNodeKeys, type NodeKey, withEnodeIds } from "../../src/nodejs/node-keys.js";
import { accountPrivateKey, certificateKey } from "../../src/nodejs/private-keys.js";
import { writeStarAgency } from "../../tools/shared/star-example.js";
import type { Gathering } from "../../src/consortium/cards/gather.js";

/** One of the agencies, with a directory of its own. Nothing but what it hands over leaves that. */
export class Agency {
  private readonly secret: string;

  constructor(
    readonly name: string,
    private readonly directory: string,
  ) {
    this.secret = id(`the admin of agency ${name}`);
    writeStarAgency(directory, name, this.secret);
  }

  get admin(): string {
    return computeAddress(this.secret);
  }

  at(file: string): string {
    return path.join(this.directory, file);
  }

  /** What it gets from another one, or from the examples. */
  take(file: string): void {
    cpSync(file, this.at(path.basename(file)));
  }

  /** Makes a key for each process of its nodes. */
  makeKeys(invitation: string): Promise<NodeKey[]> {
    return makeNodeKeys(this.planFor(invitation), this.at("nodes"));
  }

  /** Writes its card, and answers where it is. */
  async answer(invitation: string): Promise<string> {
    const card = this.at(`${this.name}.card.json`);
    const key = certificateKey(accountPrivateKey(this.secret), this.at("admin.key"));
    const part = withEnodeIds(this.planFor(invitation), this.at("nodes"));
    await writeCard(card, part, readInvitation(this.at(invitation)), { key, certificates: [] });
    return card;
  }

  gather(cards: readonly string[], groups?: readonly string[]): Gathering {
    const file = this.at("consortium.yaml");
    return gatherCardFiles(
      this.at("invitation.yaml"),
      cards.map((card) => this.at(card)),
      { groups, file },
    );
  }

  private planFor(invitation: string) {
    return readAgencyFile(this.at(`${this.name}.yaml`), readInvitation(this.at(invitation)));
  }
}
