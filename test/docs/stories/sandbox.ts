import { type Anvil, startAnvil } from "../../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";

/** The node that the pages talk to. */
const URL = "http://127.0.0.1:22000";

/** A directory and a node of a page's own. */
export interface Sandbox {
  directory: string;
  url: string;
  /** What a page says, with the node's real URL. */
  fromPage: (text: string) => string;
  stop: () => Promise<void>;
}

export async function openSandbox(): Promise<Sandbox> {
  const anvil: Anvil = await startAnvil();
  const directory = makeScratch();
  return {
    directory,
    url: anvil.url,
    fromPage: (text) => text.replaceAll(URL, anvil.url),
    stop: async () => {
      await anvil.stop();
      removeScratch(directory);
    },
  };
}

/** What was printed, with the URL and the ends of lines that the page has: those of CSV are longer. */
export function toPage(text: string, { url }: Sandbox): string {
  return text.replaceAll(url, URL).replaceAll("\r\n", "\n");
}
