package io.wirecase.capture.packet;

/** What became of decoding a packet. Every packet has exactly one. */
public enum Outcome {
    /** It belongs to a flow. */
    DECODED,
    /** The link type is none that we read. */
    UNSUPPORTED_LINK,
    /** The link header, a VLAN tag or a label is cut or inconsistent. */
    BAD_LINK_HEADER,
    /** It carries something other than IP or ARP, for example spanning tree or LLDP. */
    NOT_IP,
    /** The IPv4 or IPv6 header, or an extension header, is cut or inconsistent. */
    BAD_IP_HEADER,
    /** The TCP, UDP, SCTP or ICMP header is cut or inconsistent. */
    BAD_TRANSPORT_HEADER,
    /** An ARP message that is cut or not about Ethernet and IPv4. */
    BAD_ARP
}
