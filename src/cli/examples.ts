/** What the examples in the help name. */
export const ACCOUNT = "0x0fbdc686b912d7722dc86510934589e0aaf3b55a";
export const CONTRACT = "0x5fbdb2315678afecb367f032d93f642f64180aa3";
const ENODE_ID =
  "9c5530e4385ebc41cdaf8257edf9a2baaf8506a4099103211e6ed7382103ed673c959f0354f61f639ef43b967af7d75c9e9eabb44064949b43a55189ab4ce722";
export const ENODE_URL = `enode://${ENODE_ID}@10.0.0.5:21000`;
/** What stands for it on a command line, where it would take two lines; ENODE_NOTE says so. */
export const ENODE = "$ENODE";
export const ENODE_NOTE = "ENODE: the URL that the node prints at startup (admin.nodeInfo.enode).";
/** This much of the id is enough for a known node. */
export const NODE = ENODE_ID.slice(0, 8);
