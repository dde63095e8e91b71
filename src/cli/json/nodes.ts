import { NODE_STATUS } from "../../model/codes.js";
import { record } from "./record.js";
import { END_SHAPE, enodeId, enodeUrl, heldUntil, number, stoppedBy, text, word } from "./values.js";

export const node = record(
  "Node",
  {
    enodeId: enodeId.describe("its identity"),
    url: enodeUrl.describe("how nodes list it"),
    org: text.nullable().describe("full id of its organisation; null: any organisation may add it"),
    ip: text.describe("IP address or host name"),
    port: number.describe("TCP port"),
    raftPort: number.describe("0 where the network has none"),
    status: word(NODE_STATUS).describe("whether it may connect"),
    heldUntil,
    ...END_SHAPE,
    proposal: number.nullable().describe("number of the open proposal about it"),
    stoppedBy,
  },
  {
    example: {
      enodeId:
        "6aa3da9b5c1d61956076cb3014ffdaa0996bacdae29ba4b89e39b4088f86ec789620cd2e2e8e91b760d10455f899fc8e32cae46900dd96bca1088340d8fa372d",
      url: "enode://6aa3da9b5c1d61956076cb3014ffdaa0996bacdae29ba4b89e39b4088f86ec789620cd2e2e8e91b760d10455f899fc8e32cae46900dd96bca1088340d8fa372d@10.0.0.7:21000?discport=0&raftport=50400",
      org: "ORG1.SUB1",
      ip: "10.0.0.7",
      port: 21000,
      raftPort: 50400,
      status: "deactivated",
      heldUntil: null,
      endsAt: null,
      ended: false,
      proposal: null,
      stoppedBy: "ORG1",
    },
  },
);

export const namedNode = record(
  "Named node",
  {
    enodeId: enodeId.describe("its identity"),
    url: enodeUrl.describe("how nodes list it"),
  },
  {
    example: {
      enodeId:
        "eef017846ec31a44edc6c7e8d26347f9914749ff5ca31eeb51841d501e74ed7098d37790f33175e4212d2e29c866d9e62d408a75b6c595060cf90d79240a54d1",
      url: "enode://eef017846ec31a44edc6c7e8d26347f9914749ff5ca31eeb51841d501e74ed7098d37790f33175e4212d2e29c866d9e62d408a75b6c595060cf90d79240a54d1@10.0.0.6:21000?discport=0",
    },
  },
);
