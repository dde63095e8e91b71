import type { NodeProcess } from "./node-process.js";

/** Where the unit expects the package, and where the key and the blocks are. */
export function placesOf({ node, group }: Pick<NodeProcess, "node" | "group">): { package: string; data: string } {
  const own = `portcullis/${node.name}/${group.name}`;
  return { package: `/opt/${own}`, data: `/var/lib/${own}` };
}

export function unitName({ node, group }: Pick<NodeProcess, "node" | "group">): string {
  return `portcullis-${node.name}-${group.name}.service`;
}

/** A unit of systemd that starts a process. Geth ends well by SIGINT, and then writes what it has in memory. */
export function serviceUnit(process: NodeProcess): string {
  const { node, group } = process;
  const { package: own, data } = placesOf(process);
  return `[Unit]
Description=GoQuorum node ${node.name} in ${group.name}
Wants=network-online.target
After=network-online.target

[Service]
User=goquorum
StateDirectory=${data.replace("/var/lib/", "")}
StateDirectoryMode=0700
ExecStart=/bin/sh ${own}/start.sh ${data}
Restart=on-failure
RestartSec=10
KillSignal=SIGINT
TimeoutStopSec=300
LimitNOFILE=65536
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=strict
ProtectHome=yes

[Install]
WantedBy=multi-user.target
`;
}
