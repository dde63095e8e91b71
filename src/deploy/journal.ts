import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { PortcullisError } from "../errors/error.js";
import { readText, toJson, writeAtomically } from "../files.js";

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

const headSchema = z.object({
  format: z.literal(1),
  chainId: z.string(),
  genesis: z.string(),
  networkFile: z.string(),
  deployer: z.string(),
});

const journalSchema = headSchema.extend({ entries: z.array(entrySchema) });

export type JournalEntry = z.infer<typeof entrySchema>;
type JournalHead = z.infer<typeof headSchema>;

/** What a deployment has sent, written down before it is sent, so that it can go on after being killed. */
export class Journal {
  private constructor(
    readonly file: string,
    private readonly head: JournalHead,
    private readonly entries: Map<string, JournalEntry>,
  ) {}

  /** Opens the journal in a directory, or starts it. One of another chain or network file is refused. */
  static open(directory: string, head: JournalHead): Journal {
    const file = path.join(directory, "deployment.json");
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
    writeAtomically(this.file, toJson({ ...this.head, entries: [...this.entries.values()] }));
  }
}

function parse(file: string): z.infer<typeof journalSchema> {
  try {
    return journalSchema.parse(JSON.parse(readText(file)));
  } catch (cause) {
    throw new PortcullisError("JOURNAL_NOT_READ", `${file} is not a deployment's journal.`, {
      facts: { file },
      hint: "Name another output directory.",
      cause,
    });
  }
}

function requireSame(file: string, found: JournalHead, given: JournalHead): void {
  if (found.chainId !== given.chainId || found.genesis !== given.genesis) {
    throw new PortcullisError("JOURNAL_OF_OTHER_CHAIN", `${file} belongs to a deployment on another chain.`, {
      facts: { file, found, given },
      hint: "Name another output directory, or the node that the deployment was begun with.",
    });
  }
  if (found.networkFile !== given.networkFile) {
    throw new PortcullisError("NETWORK_FILE_CHANGED", "The network file has changed since the deployment was begun.", {
      facts: { file, found, given },
      hint: "Take back the change; or name another output directory to deploy another network.",
    });
  }
}
