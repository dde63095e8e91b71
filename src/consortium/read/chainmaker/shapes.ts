import type { Shape } from "../indentation.js";

/** A record of keys that hold nothing more. */
function keys(names: string, below: Shape = {}): Shape {
  return { ...Object.fromEntries(names.split(" ").map((name) => [name, null])), ...below };
}

const WORDS = [null] as const;
const POLICY = keys("rule", { org_list: WORDS, role_list: WORDS });

/** The keys of bc.yml from 2.0 to 2.3. */
export const CHAIN_SHAPE: Shape = keys("chain_id version sequence auth_type genesis_time", {
  crypto: keys("hash"),
  contract: keys("enable_sql_support only_creator_can_upgrade"),
  vm: keys("addr_type", { support_list: WORDS, native: { multisign: keys("enable_manual_run") } }),
  block: keys(
    "tx_timestamp_verify tx_timeout tx_parameter_size block_tx_capacity block_size block_interval block_timeout block_timestamp_verify",
  ),
  core: keys("tx_scheduler_timeout tx_scheduler_validate_timeout enable_conflicts_bit_window enable_sender_group", {
    consensus_turbo_config: keys("consensus_message_turbo retry_time retry_interval"),
  }),
  snapshot: keys("enable_evidence"),
  scheduler: keys("enable_evidence"),
  account_config: keys(
    "enable_gas gas_count default_gas default_gas_price gas_admin_address install_base_gas install_gas_price",
  ),
  eth_config: keys("enable admin_address enable_gas enable_register"),
  consensus: keys("type", {
    nodes: [keys("org_id", { node_id: WORDS, address: WORDS })],
    ext_config: [keys("key value")],
    dpos_config: [keys("key value")],
  }),
  trust_roots: [keys("org_id", { root: WORDS })],
  trust_members: [keys("member_info org_id role node_id")],
  resource_policies: [keys("resource_name", { policy: POLICY })],
  permissions: [keys("resource_name _esource_name", { policy: POLICY, principle: POLICY })],
  disabled_native_contract: WORDS,
});

const DATABASE = keys("provider", {
  leveldb_config: keys("store_path write_buffer_size block_write_buffer_size"),
  sqldb_config: keys("sqldb_type dsn"),
});

const TLS = keys("enabled mode priv_key_file cert_file priv_enc_key_file cert_enc_file");

const POOL =
  "max_txpool_size max_config_txpool_size full_notify_again_time pool_type batch_max_size batch_create_timeout";

/** The keys of chainmaker.yml, as far as documents show them without their indentation. */
export const NODE_SHAPE: Shape = keys("auth_type crypto_engine", {
  log: keys("config_file"),
  blockchain: [keys("chainId genesis")],
  node: keys("type org_id priv_key_file cert_file signer_cache_size cert_cache_size"),
  net: keys("provider listen_addr", { seeds: WORDS, tls: TLS }),
  txpool: keys(POOL),
  rpc: keys("provider host port", { tls: TLS }),
  monitor: keys("enabled port"),
  pprof: keys("enabled port"),
  storage: keys("store_path disable_contract_eventdb disable_historydb disable_resultdb", {
    blockdb_config: DATABASE,
    statedb_config: DATABASE,
    historydb_config: DATABASE,
    resultdb_config: DATABASE,
    contract_eventdb_config: DATABASE,
  }),
  debug: keys("is_cli_open is_http_open"),
});
