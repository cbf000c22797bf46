package io.wirecase.capture.application.infra;

import io.wirecase.capture.application.datagram.DatagramProtocol;
import java.util.List;

/** Protocols that keep networks running. */
public final class InfraProtocols {

    /** In the order they are tried. */
    public static final List<DatagramProtocol> ALL = List.of(
            DatagramProtocol.service("NTP", Ntp::fit, Ntp::read),
            DatagramProtocol.service("SSDP", Ssdp::fit, Ssdp::read),
            DatagramProtocol.service("SNMP", Snmp::fit, Snmp::read),
            DatagramProtocol.service("Syslog", Syslog::fit, Syslog::read),
            new DatagramProtocol("TFTP", Tftp::fit, Tftp::new),
            DatagramProtocol.service("Radius", Radius::fit, Radius::read),
            DatagramProtocol.service(List.of("NetBIOS", "SMBv1"), NetBiosDatagram::smb, NetBiosDatagram::read),
            DatagramProtocol.service("NetBIOS", NetBiosDatagram::fit, NetBiosDatagram::read),
            DatagramProtocol.service("LDAP", Cldap::fit, Cldap::read),
            DatagramProtocol.service("Memcached", MemcachedDatagram::fit, MemcachedDatagram::read),
            DatagramProtocol.service("CoAP", Coap::fit, Coap::read),
            DatagramProtocol.service("BACnet", Bacnet::fit, Bacnet::read),
            DatagramProtocol.service("GTP", Gtp::fit, Gtp::read),
            DatagramProtocol.service("HSRP", Routing::hsrp, Routing::readHsrp),
            DatagramProtocol.service("RIP", Routing::rip, Routing::readRip));

    private InfraProtocols() {}
}
