import { type Anvil, startAnvil } from "../../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

/** The node that the pages talk to, over HTTP or otherwise. */
const HOST = "127.0.0.1:22000";

/** A directory and a node of a page's own. */
export interface Sandbox {
  directory: string;
  url: string;
  /** What a page says, with the node's real address. */
  fromPage: (text: string) => string;
  stop: () => Promise<void>;
}

export async function openSandbox(): Promise<Sandbox> {
  const anvil: Anvil = await startAnvil();
  const directory = makeScratch();
  return {
    directory,
    url: anvil.url,
    fromPage: (text) => text.replaceAll(HOST, hostOf(anvil)),
    stop: async () => {
      await anvil.stop();
      removeScratch(directory);
    },
  };
}

function hostOf({ url }: Pick<Anvil, "url">): string {
  return url.replace("http://", "");
}

/** What was printed, with the address and the ends of lines that the page has: those of CSV are longer. */
export function toPage(text: string, sandbox: Sandbox): string {
  return text.replaceAll(hostOf(sandbox), HOST).replaceAll("\r\n", "\n");
}
