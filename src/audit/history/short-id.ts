/** An enode id as sentences show it. */
export function shortId(enodeId: string): string {
  return `${enodeId.slice(0, 8)}…`;
}
