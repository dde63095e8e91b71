import { type Endpoint, type EndpointKind, toEndpoint } from "../chain/endpoint.js";
import { post } from "../chain/http.js";
import { type Ask, patientRpc, type Rpc, type RpcOptions } from "../chain/rpc.js";
import { converse } from "./connections/conversation.js";
import { exchangeByHttp } from "./connections/http.js";
import { openIpc } from "./connections/ipc.js";
import { openWebSocket } from "./connections/websocket.js";

const ASKING: Readonly<Record<EndpointKind, (endpoint: Endpoint) => Ask>> = {
  http: (endpoint) => (asked, timeout) => post(exchangeByHttp, endpoint, asked, timeout),
  websocket: (endpoint) => converse(endpoint, openWebSocket),
  ipc: (endpoint) => converse(endpoint, openIpc),
};

/** A JSON-RPC node behind a URL of http, https, ws or wss, or behind the path of its IPC socket. Questions are repeated while it
 *  is in trouble, but nothing that sends is. Throws URL_NOT_ALLOWED. */
export function openRpc(address: string, { headers, ...patience }: RpcOptions = {}): Rpc {
  const endpoint = toEndpoint(address, headers);
  return patientRpc(endpoint, ASKING[endpoint.kind](endpoint), patience);
}
