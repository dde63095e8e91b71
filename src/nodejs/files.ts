import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { messageOf, PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import type { TextSource } from "../util/text-source.js";
import { hasEnded, thisProcess } from "./processes.js";

/** Writes a file atomically: a reader, or anyone looking after a crash, sees the old text or the new one. A link stays, and what it
 *  leads to is written; owner and permissions stay, too. It is our own since write-file-atomic does not put the folder on the disk, takes a part
 *  that was written for the whole, and leaves what a killed process has begun. Throws FILE_NOT_WRITTEN. */
export function writeAtomically(file: string, text: string): void {
  writeWhole(file, text, () => {
    const target = realPlace(file);
    return { target, before: statSync(target, { throwIfNoEntry: false }), put: renameSync };
  });
}

/** Writes a file that is not there yet, as a whole, with these permissions. Throws FILE_EXISTS or FILE_NOT_WRITTEN. */
export function writeNew(file: string, text: string, mode?: number): void {
  requireAbsent(file);
  writeWhole(file, text, () => ({ target: path.resolve(file), mode, put: linkNew }));
}

/** The same; one that is there already and the same stays. Throws FILE_EXISTS when it is not the same, and FILE_NOT_WRITTEN. */
export function writeUnlessSame(file: string, text: string): void {
  if (!existsSync(file)) writeNew(file, text);
  else if (readText(file) !== text) throw refusal("FILE_EXISTS", { cause: "different", file });
}

/** Where a file is written, whose it is and with which permissions, and how what was written beside it gets there. */
interface Place extends Rights {
  target: string;
  put: (temporary: string, target: string) => void;
}

function writeWhole(file: string, text: string, find: () => Place): void {
  try {
    const { target, put, ...rights } = find();
    const [directory, temporary] = [path.dirname(target), temporaryBeside(target)];
    mkdirSync(directory, { recursive: true });
    removeLeftovers(target);
    try {
      writeSynced(temporary, text, rights);
      put(temporary, target);
      syncDirectory(directory);
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (cause) {
    throw cause instanceof PortcullisError ? cause : notWritten(file, cause);
  }
}

/** Where a file is, or would be, with all links followed. */
export function realPlace(file: string): string {
  try {
    return realpathSync(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
    if (!isLink(file)) return path.resolve(file);
    return realPlace(path.resolve(realpathSync(path.dirname(file)), readlinkSync(file)));
  }
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Unlike a change of name this fails where somebody has written the file in the meantime. */
function linkNew(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (cause) {
    requireAbsent(file, cause);
    throw cause;
  }
}

/** A link that leads to nothing is there, too. Throws FILE_EXISTS. */
export function requireAbsent(file: string, cause?: unknown): void {
  if (existsSync(file) || isLink(file)) throw refusal("FILE_EXISTS", { cause: "there", file }, { cause });
}

/** Where a file or a directory is written until it is whole. */
export function temporaryBeside(file: string): string {
  const target = path.resolve(file);
  return path.join(path.dirname(target), `.${path.basename(target)}.${thisProcess()}.tmp`);
}

/** Removes what processes that were killed have left there. */
export function removeLeftovers(file: string): void {
  const target = path.resolve(file);
  const directory = path.dirname(target);
  const before = `.${path.basename(target)}.`;
  for (const name of readdirSync(directory)) {
    const [, writer] = /^(\d+\.\w+)\.tmp$/.exec(name.startsWith(before) ? name.slice(before.length) : "") ?? [];
    if (writer !== undefined && hasEnded(writer)) rmSync(path.join(directory, name), { recursive: true, force: true });
  }
}

export function notWritten(file: string, cause: unknown): PortcullisError {
  const place = file === "" ? "a file without a name" : file;
  return refusal("FILE_NOT_WRITTEN", { file, place, reason: messageOf(cause) }, { cause });
}

/** The text of a file in UTF-8, with a byte order mark where there is one. Throws FILE_NOT_READ. */
export function readText(file: string): string {
  return readBytes(file).toString("utf8");
}

/** The text of a file that an editor or a shell may have written in UTF-8 or UTF-16, without its byte order mark. Throws
 *  FILE_NOT_READ. */
export function readMarkedText(file: string): string {
  const bytes = readBytes(file);
  const mark = bytes.toString("hex", 0, 2);
  const encoding = mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** Throws FILE_NOT_READ. */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const kind = code === "EISDIR" ? "directory" : code === "EACCES" || code === "EPERM" ? "refused" : "missing";
    throw refusal("FILE_NOT_READ", { cause: kind, file, reason: message }, { cause });
  }
}

/** A file as a source of text. */
export function fileAt(file: string): TextSource {
  return {
    name: file,
    read: () => readText(file),
    beside: (relative) => fileAt(path.join(path.dirname(file), relative)),
  };
}

interface Rights {
  /** Of a new file. */
  mode?: number | undefined;
  /** The file in the place of which it comes. */
  before?: Stats | undefined;
}

/** Of the owner, the group and others. */
const PERMISSIONS = 0o777;

/** Nobody else has this file: what is there is left of a process with this one's number, or somebody has put it there. */
function writeSynced(file: string, text: string, { mode, before }: Rights): void {
  rmSync(file, { force: true });
  const handle = openSync(file, "wx", before === undefined ? mode : before.mode & PERMISSIONS);
  try {
    if (before !== undefined) makeLike(handle, before);
    // It goes on after a part, as a disk that is nearly full takes, until all is written or the disk refuses.
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Only some may give a file to others; whoever may not keeps it. */
function makeLike(handle: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(handle, uid, gid);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EPERM") throw cause;
  }
  fchmodSync(handle, mode & PERMISSIONS);
}

/** The new name survives a power cut only when the directory is on the disk too; Windows cannot do that. */
function syncDirectory(directory: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
