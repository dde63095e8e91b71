import type { CommandNetwork } from "../../helpers/command-network.js";
import { enodeUrl } from "../../../tools/shared/network-file.js";

/** Tests that tell a part of a network's life; later chapters build on earlier ones. */
export type Chapter = (network: () => CommandNetwork) => void;

export const NODES = {
  org1: enodeUrl("b1", 21_010),
  sub1: enodeUrl("b2", 21_011),
  second: enodeUrl("b3", 21_012),
  /** The second one, where it has moved to. */
  moved: enodeUrl("b3", 31_012),
  org2: enodeUrl("b4", 21_013),
};
