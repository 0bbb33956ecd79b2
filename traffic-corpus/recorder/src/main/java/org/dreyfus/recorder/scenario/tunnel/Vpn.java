package org.dreyfus.recorder.scenario.tunnel;

import java.util.Set;
import org.dreyfus.recorder.lab.Transport;
import org.dreyfus.recorder.scenario.Kind;
import org.dreyfus.recorder.scenario.Stage;

/** Tunnels between two machines. Inside, the server is 192.168.88.1 and the client 192.168.88.2. */
enum Vpn implements Passage {
  OPENVPN_UDP("openvpn-udp", "OpenVPN over UDP", "OpenVPN", "openvpn", Transport.UDP, 1194) {
    @Override
    public void up(Stage stage, String server, String client) {
      OpenVpn.TLS.up(stage, server, client, Transport.UDP);
    }
  },
  OPENVPN_TCP("openvpn-tcp", "OpenVPN over TCP", "OpenVPN", "openvpn", Transport.TCP, 1194) {
    @Override
    public void up(Stage stage, String server, String client) {
      OpenVpn.TLS.up(stage, server, client, Transport.TCP);
    }
  },
  OPENVPN_TLS_CRYPT(
      "openvpn-tls-crypt",
      "OpenVPN with a hidden hand-shake",
      "OpenVPN",
      "openvpn",
      Transport.UDP,
      1194) {
    @Override
    public void up(Stage stage, String server, String client) {
      OpenVpn.TLS_CRYPT.up(stage, server, client, Transport.UDP);
    }
  },
  OPENVPN_STATIC_KEY(
      "openvpn-static-key",
      "OpenVPN with a shared key",
      "OpenVPN",
      "openvpn",
      Transport.UDP,
      1194) {
    @Override
    public void up(Stage stage, String server, String client) {
      OpenVpn.STATIC_KEY.up(stage, server, client, Transport.UDP);
    }
  },
  WIREGUARD("wireguard", "WireGuard", "WireGuard", "wireguard-go", Transport.UDP, 51_820) {
    @Override
    public void up(Stage stage, String server, String client) {
      WireGuard.up(stage, server, client);
    }
  },
  IPSEC("ipsec", "IPsec", "IPsec", "strongswan", Transport.UDP, 4500) {
    @Override
    public void up(Stage stage, String server, String client) {
      Ipsec.up(stage, server, client);
    }

    @Override
    public void declare(Stage stage, String server, String client, String carried) {
      super.declare(stage, server, client, carried);
      stage.control(client, server, Transport.UDP, 500, Kind.encrypted("IPsec", program()));
    }
  },
  ANYCONNECT_TLS("anyconnect-tls", "AnyConnect over TLS", "TLS", "ocserv", Transport.TCP, 443) {
    @Override
    public void up(Stage stage, String server, String client) {
      AnyConnect.up(stage, server, client, false);
    }
  },
  ANYCONNECT_DTLS("anyconnect-dtls", "AnyConnect", "DTLS", "ocserv", Transport.UDP, 443) {
    @Override
    public void up(Stage stage, String server, String client) {
      AnyConnect.up(stage, server, client, true);
    }

    @Override
    public void declare(Stage stage, String server, String client, String carried) {
      super.declare(stage, server, client, carried);
      stage.content(client, server, Transport.TCP, 443, Kind.tunnel("TLS", program(), carried));
    }
  };

  static final String SERVER_ADDRESS = "192.168.88.1";
  static final String CLIENT_ADDRESS = "192.168.88.2";

  private final String id;
  private final String title;
  private final String protocol;
  private final String program;
  private final Transport transport;
  private final int port;

  Vpn(String id, String title, String protocol, String program, Transport transport, int port) {
    this.id = id;
    this.title = title;
    this.protocol = protocol;
    this.program = program;
    this.transport = transport;
    this.port = port;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String protocol() {
    return protocol;
  }

  String program() {
    return program;
  }

  @Override
  public Set<String> packages() {
    return switch (this) {
      case WIREGUARD -> Set.of("wireguard-go", "wireguard-tools");
      case IPSEC ->
          Set.of(
              "strongswan-starter",
              "strongswan-charon",
              "libstrongswan-standard-plugins",
              "libstrongswan-extra-plugins",
              "libcharon-extra-plugins",
              "openssl");
      case ANYCONNECT_TLS, ANYCONNECT_DTLS -> Set.of("ocserv", "openconnect", "openssl");
      default -> Set.of("openvpn", "openssl");
    };
  }

  @Override
  public void declare(Stage stage, String server, String client, String carried) {
    stage.content(client, server, transport, port, Kind.tunnel(protocol, program, carried));
  }
}
