import { NETWORK_SETTINGS, SIGNER_SETTINGS } from "../src/cli/connection.js";
import { rehearsalStage, remoteStage, runDeployment } from "../src/cli/deployment.js";
import { print, say } from "../src/cli/output.js";
import { script } from "../src/cli/script.js";
import { readNetworkFile } from "../src/network-file/network-file.js";

await script(
  {
    does: "Deploy, link and boot a network. Without --network it is rehearsed on a chain inside this process.",
    args: { networkFile: "the network file, YAML or JSON" },
    flags: { withoutBoot: "leave the boot to the first node that starts" },
    settings: {
      network: NETWORK_SETTINGS.network,
      ...SIGNER_SETTINGS,
      out: "directory for deployment.json and permission-config.json (default: build/deployment)",
    },
  },
  async ({ args, flags, settings }) => {
    const file = readNetworkFile(args.networkFile);
    const rehearsal = settings.network === undefined && process.env.PORTCULLIS_NETWORK === undefined;
    const stage = rehearsal ? await rehearsalStage(file) : await remoteStage(settings.network, settings, file);
    if (rehearsal) say("No network is named: this is a rehearsal, and nothing of it lasts but the files.");
    const directory = settings.out ?? (rehearsal ? `build/rehearsal-${process.pid}` : "build/deployment");
    process.once("SIGINT", () => {
      say("\nStopped. Nothing is lost: run the same command again, and it goes on from here.");
      process.exit(130);
    });
    const { configFile } = await runDeployment({ ...stage, file, directory, withoutBoot: flags.withoutBoot });
    const booted = flags.withoutBoot ? "Deployed and linked; the first node boots it." : "The network has booted.";
    say(
      rehearsal
        ? "The rehearsal went well. Do not give this file to nodes; deploy with --network URL:"
        : `${booted} Copy the file into the data directory of every node, and start the nodes with --permissioned:`,
    );
    print(configFile);
  },
);
