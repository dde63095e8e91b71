import { existsSync } from "node:fs";
import { getAddress, keccak256 } from "ethers";
import { sendSigned } from "../../actions/send-signed.js";
import { requireAsked } from "../../chain/signed-transaction.js";
import { refusal } from "../../errors/refusal.js";
import type { SuiteAddresses } from "../../model/contracts.js";
import { callInWords } from "../../network/call-in-words.js";
import { connectNetwork } from "../../network/network.js";
import { addressesOf } from "../../network/permission-config/permission-config.js";
import type { TransactionFile } from "../../network/transaction-file.js";
import { readText } from "../../nodejs/files.js";
import { readPermissionConfig } from "../../nodejs/config-file.js";
import { readTransactionFile, writeTransactionFile } from "../../nodejs/transaction-files.js";
import { readChangeByCall } from "../../read/change-by-call.js";
import { presentLabels } from "../account-labels.js";
import { command, group } from "../command.js";
import {
  CONFIG_OPTION,
  configFileOf,
  findConfigFile,
  type IdentityOptions,
  KEY_OPTIONS,
  LABELS_OPTION,
  NETWORK_OPTIONS,
  openKey,
  openRemoteChain,
} from "../connection.js";
import { tellingInterruption } from "../interruption.js";
import { printAnswer } from "../json/print-answer.js";
import { print, say } from "../output.js";
import { createProgress } from "../progress.js";
import { requireConsent } from "../questions.js";
import { quietGuard, quietOptionsOf } from "../quiet.js";
import { showActionResult } from "../show/action-result.js";
import { contractName, showTransaction } from "../show/transaction.js";
import { fileName, flag, optional } from "../specs.js";
import { UsageError } from "../usage-error.js";
import { approver } from "../write-command.js";

const file = fileName("the file that --unsigned wrote");

/** What the transaction is shown with. */
const NAMING_OPTIONS = { ...CONFIG_OPTION, ...LABELS_OPTION } as const;

/** The contracts that the permission-config.json names; undefined where there is no such file. */
function knownContracts(given: { config?: string | undefined }): SuiteAddresses | undefined {
  const config = findConfigFile(given);
  if (config === undefined || !existsSync(config)) return undefined;
  return addressesOf(readPermissionConfig(config));
}

function answerOf(content: TransactionFile, known: SuiteAddresses | undefined) {
  const { summary, chainId, genesis, transaction, signed } = content;
  const { from, nonce, to, gas, gasPrice, data } = transaction;
  const { name, values } = callInWords(transaction);
  return {
    summary,
    chainId: chainId.toString(),
    genesis,
    from,
    nonce,
    to: to ?? null,
    contract: contractName(to, known),
    gas: Number(gas),
    gasPrice: gasPrice.toString(),
    calls: name ?? null,
    values: [...values],
    data,
    hash: signed === undefined ? null : keccak256(signed),
    signed: signed !== undefined,
  };
}

const show = command(
  {
    name: "transaction show",
    does: "Show what is signed, in words, without a node.",
    args: { file },
    options: { ...NAMING_OPTIONS, json: flag("print JSON") },
    examples: ["transaction show suspend.json"],
  },
  (given) => {
    presentLabels(given.labels, findConfigFile(given));
    const content = readTransactionFile(given.file);
    const known = knownContracts(given);
    if (given.json) printAnswer("transaction show", answerOf(content, known));
    else print(showTransaction(content, known));
    return Promise.resolve();
  },
);

const sign = command(
  {
    name: "transaction sign",
    does: "Show what is signed, in words, and sign it, without a node.",
    args: { file },
    options: {
      ...NAMING_OPTIONS,
      ...KEY_OPTIONS,
      signature: optional(fileName("file with the transaction in hex, as another program has signed it")),
      yes: flag("sign without asking"),
    },
    examples: [
      "transaction sign suspend.json --keystore guardian.json",
      "transaction sign suspend.json --signer http://127.0.0.1:8550",
      "transaction sign suspend.json --signature signed.txt",
    ],
  },
  async (given) => {
    presentLabels(given.labels, findConfigFile(given));
    const content = readTransactionFile(given.file);
    say(showTransaction(content, knownContracts(given)));
    if (!given.yes)
      await requireConsent({
        ask: "Sign it?",
        otherwise: "use portcullis transaction show to look at it",
        verb: "sign",
      });
    const signed = await signatureFor(content, given);
    writeTransactionFile(given.file, { ...content, signed });
    say("Signed. Where there is a node, send it with:");
    print(`portcullis transaction send ${given.file}`);
  },
);

async function signatureFor(
  content: TransactionFile,
  given: IdentityOptions & { signature?: string | undefined },
): Promise<string> {
  const { transaction, chainId, genesis, summary } = content;
  if (given.signature !== undefined)
    return requireAsked(readText(given.signature).trim(), transaction, chainId, given.signature).raw;
  const signer = await openKey(given, transaction.from);
  if (signer?.sign === undefined)
    throw new UsageError(
      "No key is named.",
      "Name a file with --keystore, a program with --signer, or put a key into PORTCULLIS_PRIVATE_KEY.",
    );
  if (signer.address !== transaction.from)
    throw refusal("SIGNER_MISSING", { cause: "otherKey", address: signer.address, from: transaction.from });
  const { raw = "" } = await signer.sign(transaction, chainId, { summary, genesis });
  return requireAsked(raw, transaction, chainId, signer.address).raw;
}

const send = command(
  {
    name: "transaction send",
    does: "Send what is signed, if the contracts still accept it, and say what came of it.",
    args: { file },
    options: {
      ...NETWORK_OPTIONS,
      yes: flag("send without asking"),
      dryRun: flag("check whether it would still succeed, but do not send it"),
      json: flag("print JSON"),
      ...quietOptionsOf(true),
    },
    examples: ["transaction send suspend.json", "transaction send suspend.json --dry-run"],
  },
  async (given) => {
    presentLabels(given.labels, findConfigFile(given));
    const content = readTransactionFile(given.file);
    const { from, to } = content.transaction;
    const chain = await openRemoteChain(given.network, given);
    const known = to === undefined ? undefined : knownContracts(given);
    // What deploys a network is sent before there is one.
    const network =
      contractName(to, known) === null
        ? undefined
        : await connectNetwork(chain, readPermissionConfig(configFileOf(given)));
    const progress = createProgress();
    const signer = { address: getAddress(from), elsewhere: `in ${given.file}` };
    const beforeSending = quietGuard(given, (then) => readChangeByCall(then, content.transaction));
    const approve = approver({ chain, network, signer }, given, progress, { beforeSending });
    const sender = { chain, network, dryRun: given.dryRun, approve };
    try {
      const onPending = tellingInterruption(given.json);
      const { done, wasThere } = await sendSigned({ ...sender, onPending }, content, given.file);
      if (wasThere) say("It was executed before. Nothing was sent.");
      if (given.json) printAnswer("transaction send", done);
      else print(showActionResult(done));
    } finally {
      progress.stop();
    }
  },
);

export default group("transaction", "transactions that are signed elsewhere", [show, sign, send]);
