import type { Rpc } from "./rpc.js";

interface Watcher {
  /** How long a request may take until the node counts as silent, in milliseconds. */
  patience: number;
  onSilence: () => void;
  /** It answers after it was silent. */
  onAnswer: () => void;
}

/** An Rpc that tells when its node takes long to answer, however often it is asked meanwhile, and when it answers again. */
export function watchedRpc(rpc: Rpc, { patience, onSilence, onAnswer }: Watcher): Rpc {
  let isSilent = false;
  const silence = (): void => {
    if (!isSilent) onSilence();
    isSilent = true;
  };
  return {
    send: async (method, params) => {
      const timer = setTimeout(silence, patience);
      try {
        const answer = await rpc.send(method, params);
        if (isSilent) onAnswer();
        isSilent = false;
        return answer;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
