daemonize = false
pidfile = "${data}/prosody.pid"
interfaces = { "${address}" }
data_path = "${data}"
log = { info = "*console" }
modules_enabled = { "roster", "saslauth", "tls", "disco" }
modules_disabled = { "s2s" }
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "internal_plain"
VirtualHost "example.test"
