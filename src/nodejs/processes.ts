import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { once } from "../util/once.js";

/** Where this process's number counts. */
export const here = once(place);

/** Names this process in the names of its files. */
export function thisProcess(): string {
  return `${process.pid}.${here()}`;
}

/** Where a process has its number: the machine, and on Linux its namespace of processes, which a container has to itself. */
function place(): string {
  const machine = ifThere(() => readFileSync("/etc/machine-id", "utf8"));
  const namespace = ifThere(() => readlinkSync("/proc/self/ns/pid"));
  return createHash("sha256").update([hostname(), machine, namespace].join(" ")).digest("hex").slice(0, 8);
}

/** Linux has it, other systems do not. */
function ifThere(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

/** Whether the named process has ended. For a process elsewhere this cannot be known. */
export function hasEnded(name: string): boolean {
  const [pid, where] = name.split(".");
  return where === here() && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
