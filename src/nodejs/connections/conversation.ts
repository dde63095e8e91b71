import type { Endpoint } from "../../chain/endpoint.js";
import { type Answered, type Asked, isAnswer, parseJson } from "../../chain/json-rpc.js";
import { connectionBroken } from "../../chain/connection-errors.js";
import { nodeTimedOut, notANode } from "../../chain/node-errors.js";
import type { Ask } from "../../chain/rpc.js";

/** A connection on which texts go both ways. It does not keep the process from ending. */
export interface Wire {
  send(text: string): void;
  /** Ends it at once. */
  close(): void;
}

/** What hears a connection, once it is open. */
export interface Listener {
  heard(text: string): void;
  closed(cause?: unknown): void;
}

/** Opens a connection, within so many milliseconds. Throws what isNodeError lists. */
export type Connect = (endpoint: Endpoint, listener: Listener, timeout: number) => Promise<Wire>;

interface Waiting {
  resolve: (answered: Answered) => void;
  reject: (error: unknown) => void;
  /** It alone keeps the process from ending. */
  timer: NodeJS.Timeout;
}

/** Asks on one connection, which is opened when it is needed, and anew once it broke or became silent. */
export function converse(endpoint: Endpoint, connect: Connect): Ask {
  let current: Conversation | undefined;
  return (asked, timeout) => {
    if (current?.isOver !== false) current = new Conversation(endpoint, connect, timeout);
    return current.ask(asked, timeout);
  };
}

class Conversation implements Listener {
  isOver = false;
  private readonly wire: Promise<Wire>;
  private readonly waiting = new Map<number, Waiting>();

  constructor(
    private readonly endpoint: Endpoint,
    connect: Connect,
    timeout: number,
  ) {
    this.wire = connect(endpoint, this, timeout);
    this.wire.catch((error: unknown) => {
      this.end(error);
    });
  }

  ask(asked: Asked, timeout: number): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.end(connectionBroken(this.endpoint), asked.id, nodeTimedOut(this.endpoint, timeout));
      }, timeout);
      this.waiting.set(asked.id, { resolve, reject, timer });
      void this.wire.then(
        (wire) => {
          if (!this.isOver) wire.send(JSON.stringify(asked));
        },
        () => undefined,
      );
    });
  }

  heard(text: string): void {
    const answer = parseJson(text);
    if (!isAnswer(answer)) {
      this.end(notANode(this.endpoint, 0, text));
      return;
    }
    // What a node says unasked.
    if ("method" in answer) return;
    const { id } = answer as { id?: unknown };
    const asking = this.waiting.get(id as number);
    // An answer to nothing that was asked is shown to all who wait, and they refuse it.
    const receivers = asking === undefined ? [...this.waiting] : ([[id as number, asking]] as const);
    for (const [key, receiver] of receivers) {
      this.waiting.delete(key);
      clearTimeout(receiver.timer);
      receiver.resolve({ answer, isFailure: false });
    }
  }

  closed(cause?: unknown): void {
    this.end(connectionBroken(this.endpoint, cause));
  }

  /** Ends it for all who wait, for one of them with an error of its own. */
  private end(error: unknown, one?: number, itsError?: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    void this.wire.then(
      (wire) => {
        wire.close();
      },
      () => undefined,
    );
    for (const [id, { reject, timer }] of this.waiting) {
      clearTimeout(timer);
      reject(id === one ? itsError : error);
    }
    this.waiting.clear();
  }
}
