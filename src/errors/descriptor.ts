import type { Action } from "./action.js";

/** "error": it does not work. "warning": it works, but will cause trouble. "info": worth knowing. */
export type Level = "error" | "warning" | "info";

/** A sentence. In braces stand the facts that it needs; `{status|org}` and the like is a code in words. */
interface Saying {
  readonly says: string;
}

/** As what a check reports it; an error where nothing is said. */
interface Levelled {
  readonly level?: Level;
}

/** The way out: in words, and by which actions of the library. */
interface WayOut {
  readonly hint: string;
  readonly actions?: readonly Action[];
}

/** The way out by the word for the state in which something is: by that of the fact and of the table of words that are named. */
interface ByState {
  /** "{status|node}" */
  readonly state: string;
  readonly ways: Readonly<Record<string, WayOut>>;
}

/** One cause of several. What it does not say of its level and of the way out is as for the code. */
export type Case = Saying & Levelled & Partial<WayOut>;

/** All about a code. One with several causes has a sentence for each, and its facts say which `cause` it is. */
export type Descriptor = Levelled &
  WayOut & {
    /** Why it happens, where the sentence does not say it: for the page docs/errors.md. */
    readonly why?: string;
    /** Where the way out depends on the state of a record; `hint` is for a state that is not listed. */
    readonly byState?: ByState;
  } & (Saying | { readonly cases: Readonly<Record<string, Case>> });
