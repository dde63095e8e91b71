/** The keys of ChainMaker's files from 2.0 to 3.0, as its public files have them: what holds them, and their names;
 *  [] stands after a list, and ? after what is empty in all these files. */
export const CHAIN_KEYS = `
auth_type chain_id disabled_native_contract? genesis_time sequence version
account_config: default_gas default_gas_price enable_gas gas_admin_address gas_count install_base_gas
account_config: install_gas_price
block: block_interval block_size block_timeout block_timestamp_verify block_tx_capacity tx_parameter_size tx_timeout
block: tx_timestamp_verify
consensus: type
consensus.dpos_config[]: key value
consensus.ext_config[]: key value
consensus.nodes[]: address[] node_id[] org_id
contract: enable_sql_support only_creator_can_upgrade
core: enable_conflicts_bit_window enable_sender_group tx_scheduler_timeout tx_scheduler_validate_timeout
core.consensus_turbo_config: consensus_message_turbo retry_interval retry_time
crypto: hash
eth_config: admin_address enable enable_gas enable_register
permissions[]: _esource_name resource_name
permissions[].policy: org_list? role_list? rule
permissions[].principle: org_list? role_list[] rule
resource_policies[]: resource_name
resource_policies[].policy: org_list? role_list[] rule
scheduler: enable_evidence
snapshot: enable_evidence
trust_roots[]: org_id root[]
vm: addr_type support_list[]
vm.native.multisign: enable_manual_run
`;

export const NODE_KEYS = `
auth_type crypto_engine
blockchain[]: chainId genesis
consensus.raft: async_wal_save snap_count ticker
core: evidence
debug: is_cli_open is_http_open is_precommit_duplicately is_precommit_old_height is_prevote_duplicately
debug: is_prevote_lost is_prevote_old_height is_proposal_old_height is_propose_duplicately
debug: is_propose_multinode_duplicately is_trace_memory_usage
log: config_file
monitor: enabled port
net: listen_addr provider seed_target_address_list? seeds[]
net.tls: cert_enc_file cert_file enabled priv_enc_key_file priv_key_file
node: cert_cache_size cert_file cert_key_usage_check org_id priv_key_file signer_cache_size type
node.fast_sync: enabled min_full_blocks
node.kms: address enabled ext_params is_public region sdk_scheme secret_id secret_key
node.pkcs11: enabled hash label library password session_cache_size type
pprof: enabled port
rpc: check_chain_conf_trust_roots_change_interval disable_verify_query_signature host max_recv_msg_size
rpc: max_send_msg_size port provider sync_tx_result_timeout
rpc.blacklist: addresses?
rpc.gateway: enabled max_resp_body_size
rpc.ratelimit: enabled token_bucket_size token_per_second type
rpc.subscriber.ratelimit: enabled token_bucket_size token_per_second type
rpc.tls: cert_enc_file cert_file client_root_ca_paths[] mode priv_enc_key_file priv_key_file use_gm
scheduler: rwset_log
storage: archive_check_interval db_prefix disable_bigfilter disable_block_file_db disable_contract_eventdb
storage: disable_historydb disable_resultdb disable_state_cache enable_bigfilter enable_rwc encrypt_key encryptor
storage: logdb_segment_async logdb_segment_size provider quick_write_channel_size read_bfdb_timeout restore_interval
storage: rolling_window_cache_capacity slow_log store_path unarchive_block_height write_block_type
storage.bigfilter_config: fp_rate redis_hosts_port redis_password tx_capacity
storage.blockdb_config: provider
storage.blockdb_config.badgerdb_config: store_path
storage.blockdb_config.leveldb_config: block_write_buffer_size store_path write_buffer_size
storage.blockdb_config.sqldb_config: dsn sqldb_type
storage.contract_eventdb_config: provider
storage.contract_eventdb_config.sqldb_config: dsn sqldb_type
storage.historydb_config: disable_account_history disable_contract_history disable_key_history provider
storage.historydb_config.badgerdb_config: store_path
storage.historydb_config.leveldb_config: store_path write_buffer_size
storage.historydb_config.sqldb_config: dsn sqldb_type
storage.resultdb_config: provider
storage.resultdb_config.badgerdb_config: store_path
storage.resultdb_config.leveldb_config: store_path write_buffer_size
storage.resultdb_config.sqldb_config: dsn sqldb_type
storage.state_cache_config: clean_window hard_max_cache_size life_window max_entry_size provider
storage.state_cache_config.spec: capacity memory
storage.statedb_config: provider
storage.statedb_config.badgerdb_config: store_path
storage.statedb_config.bloom_config: dump_path dump_per_blocks_committed enable false_positive_rate keys_capacity
storage.statedb_config.leveldb_config: store_path write_buffer_size
storage.statedb_config.sqldb_config: dsn sqldb_type
storage.txexistdb_config: provider
storage.txexistdb_config.leveldb_config: store_path
sync: block_pool_size conn_timeout_scale from_nodes? ideal_height_distance max_nodes_selected_count
sync: wait_period_seconds_after_latest
tx_filter: type
tx_filter.birds_nest: length
tx_filter.birds_nest.cuckoo: bits_per_item key_type max_num_keys table_type tags_per_bucket
tx_filter.birds_nest.rules: absolute_expire_time
tx_filter.birds_nest.snapshot: path serialize_interval type
tx_filter.birds_nest.snapshot.block_height: interval
tx_filter.birds_nest.snapshot.timed: interval
tx_filter.sharding: length timeout
tx_filter.sharding.birds_nest: length
tx_filter.sharding.birds_nest.cuckoo: bits_per_item key_type max_num_keys table_type tags_per_bucket
tx_filter.sharding.birds_nest.rules: absolute_expire_time
tx_filter.sharding.snapshot: path serialize_interval type
tx_filter.sharding.snapshot.block_height: interval
tx_filter.sharding.snapshot.timed: interval
txpool: batch_create_timeout batch_max_size common_queue_num full_notify_again_time is_dump_txs_in_queue
txpool: max_config_txpool_size max_txpool_size pool_type
txpool.rebroadcast: tx_pool_status_tick tx_pool_sync_enable tx_pool_sync_proportion
vm: docker_vm_host docker_vm_port dockervm_container_name dockervm_log_path dockervm_mount_path enable_dockervm
vm: log_in_console log_level max_concurrency max_connection max_recv_msg_size max_send_msg_size time_limit tx_size
vm: uds_open user_num
vm.common: dial_timeout max_recv_msg_size max_send_msg_size
vm.common.contract_engine: preload_disable preload_num_by_last_time preload_num_by_use_frequency
vm.common.contract_engine.cgroup: devices_allow devices_deny disable max_cpu_percent_per_process
vm.common.contract_engine.cgroup: max_mem_size_per_process
vm.common.runtime_server: port
vm.go: data_mount_path dial_timeout enable log_in_console log_level log_mount_path max_concurrency max_recv_msg_size
vm.go: max_send_msg_size protocol
vm.go.contract_engine: host max_connection port
vm.go.runtime_server: port
vm.java: data_mount_path enable log_in_console log_level log_mount_path max_concurrency
vm.java.contract_engine: host max_connection port
`;
