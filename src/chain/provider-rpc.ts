import type { Rpc } from "./rpc.js";

/** Whatever speaks EIP-1193: a wallet in a browser, a network of Hardhat's. */
export interface Provider {
  request(request: { readonly method: string; readonly params?: readonly unknown[] }): Promise<unknown>;
}

export function providerRpc(provider: Provider): Rpc {
  return { send: (method, params) => provider.request({ method, params: [...params] }) };
}
