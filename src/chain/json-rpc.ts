/** A request as JSON-RPC has it. */
export interface Asked {
  jsonrpc: "2.0";
  id: number;
  method: string;
  params: readonly unknown[];
}

export interface Answered {
  answer: object;
  /** Whether the server failed (HTTP 500 and above), so that the answer may be a proxy's. */
  isFailure: boolean;
}

/** What a text says; undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether it is an answer of JSON-RPC: other services speak JSON too. */
export function isAnswer(answer: unknown): answer is object {
  if (typeof answer !== "object" || answer === null) return false;
  return "jsonrpc" in answer || "result" in answer || ("error" in answer && "id" in answer);
}
