import type { Mistake } from "./network-file/mistakes.js";

export type Path = readonly (string | number)[];

/** A text that remembers where everything stands, and collects its mistakes. */
export interface PlacedText {
  readonly file: string;
  readonly mistakes: readonly Mistake[];
  /** What the text says; undefined when it is not well-formed. */
  readonly value: unknown;
  /** A scalar as it is written. */
  written(path: Path): string | undefined;
  mistake(path: Path, message: string, hint: string): void;
}
