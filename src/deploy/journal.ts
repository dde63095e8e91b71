import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { PortcullisError } from "../errors/error.js";
import { readText, toJson, writeAtomically } from "../files.js";
import { requireKnownFormat } from "../format.js";
import type { NetworkFile } from "../network-file/network-file.js";
import { type JournalHead, requireSame } from "./journal-head.js";

const FORMAT = 1;

const entrySchema = z.object({
  step: z.string(),
  from: z.string(),
  nonce: z.int(),
  /** Hash of the call or creation code, so that a changed one is noticed. */
  request: z.string(),
  gas: z.string(),
  raw: z.string().optional(),
  hash: z.string().optional(),
  /** Where a creation will be found, whatever its hash. */
  address: z.string().optional(),
  state: z.enum(["prepared", "done", "failed"]),
  gasUsed: z.string().optional(),
});

const journalSchema = z.object({
  format: z.literal(FORMAT),
  chainId: z.string(),
  genesis: z.string(),
  networkFile: z.string(),
  /** What the network file said. Its hash above is what counts. */
  network: z.custom<NetworkFile>((value) => typeof value === "object").optional(),
  deployer: z.string(),
  entries: z.array(entrySchema),
});

export type JournalEntry = z.infer<typeof entrySchema>;

/** What a deployment has sent, written down before it is sent, so that it can go on after being killed. */
export class Journal {
  private constructor(
    readonly file: string,
    private readonly head: JournalHead,
    private readonly entries: Map<string, JournalEntry>,
  ) {}

  /** Opens the journal in a directory, or starts it. One of another chain or network file is refused. */
  static open(directory: string, name: string, head: JournalHead): Journal {
    const file = path.join(directory, name);
    if (!existsSync(file)) {
      const journal = new Journal(file, head, new Map());
      journal.save();
      return journal;
    }
    const { entries, ...found } = parse(file);
    requireSame(file, found, head);
    return new Journal(file, found, new Map(entries.map((entry) => [entry.step, entry])));
  }

  find(step: string): JournalEntry | undefined {
    return this.entries.get(step);
  }

  record(entry: JournalEntry): void {
    this.entries.set(entry.step, entry);
    this.save();
  }

  private save(): void {
    writeAtomically(this.file, toJson({ format: FORMAT, ...this.head, entries: [...this.entries.values()] }));
  }
}

function parse(file: string): JournalHead & { entries: JournalEntry[] } {
  try {
    const found = JSON.parse(readText(file)) as { format?: unknown } | null;
    requireKnownFormat(file, found?.format, FORMAT);
    return journalSchema.parse(found);
  } catch (cause) {
    if (cause instanceof PortcullisError) throw cause;
    throw new PortcullisError("JOURNAL_NOT_READ", `${file} is not a deployment's journal.`, {
      facts: { file },
      hint: "Name another output directory.",
      cause,
    });
  }
}
