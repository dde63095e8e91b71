import { existsSync } from "node:fs";
import path from "node:path";
import * as z from "zod";
import { PortcullisError } from "../../errors/error.js";
import { refusal } from "../../errors/refusal.js";
import { readText, writeAtomically } from "../files.js";
import { toJson } from "../../util/json.js";
import { requireKnownFormat } from "./file-format.js";
import type { NetworkFile } from "../../network/network-file/network-file.js";
import type { Journal, JournalEntry } from "../../steps/journal.js";
import { type JournalHead, requireSame } from "./journal-head.js";

const FORMAT = 1;

const entrySchema: z.ZodType<JournalEntry> = z.object({
  step: z.string(),
  from: z.string(),
  nonce: z.int(),
  request: z.string(),
  gas: z.string(),
  gasPrice: z.string().optional(),
  raw: z.string().optional(),
  hash: z.string().optional(),
  address: z.string().optional(),
  state: z.enum(["prepared", "done", "failed"]),
  gasUsed: z.string().optional(),
  block: z.int().optional(),
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

/** A journal in a file, which is whole at any moment. */
export class JournalFile implements Journal {
  private constructor(
    readonly name: string,
    private readonly head: JournalHead,
    private readonly entries: Map<string, JournalEntry>,
  ) {}

  /** Opens the journal in a directory, or starts it. One of another chain or network file is refused. */
  static open(directory: string, name: string, head: JournalHead): JournalFile {
    const journal = JournalFile.look(directory, name, head);
    if (!existsSync(journal.name)) journal.save();
    return journal;
  }

  /** The same, to look at: it is not started. */
  static look(directory: string, name: string, head: JournalHead): JournalFile {
    const file = path.join(directory, name);
    if (!existsSync(file)) return new JournalFile(file, head, new Map());
    const { entries, ...found } = parse(file);
    requireSame(file, found, head);
    return new JournalFile(file, found, new Map(entries.map((entry) => [entry.step, entry])));
  }

  find(step: string): JournalEntry | undefined {
    return this.entries.get(step);
  }

  record(...entries: readonly JournalEntry[]): void {
    for (const entry of entries) this.entries.set(entry.step, entry);
    this.save();
  }

  private save(): void {
    writeAtomically(this.name, toJson({ format: FORMAT, ...this.head, entries: [...this.entries.values()] }));
  }
}

function parse(file: string): JournalHead & { entries: JournalEntry[] } {
  try {
    const found = JSON.parse(readText(file)) as { format?: unknown } | null;
    requireKnownFormat(file, found?.format, FORMAT);
    return journalSchema.parse(found);
  } catch (cause) {
    if (cause instanceof PortcullisError) throw cause;
    throw refusal("JOURNAL_NOT_READ", { file }, { cause });
  }
}
