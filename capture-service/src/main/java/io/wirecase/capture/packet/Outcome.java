package io.wirecase.capture.packet;

/** What became of decoding a packet. Every packet has exactly one; all but the first are reasons it is in no flow. */
public enum Outcome {
    /** It belongs to a flow. */
    DECODED,
    /** The link type is none that we read. */
    UNSUPPORTED_LINK,
    /** The link header, a VLAN tag or a label is cut or inconsistent. */
    BAD_LINK_HEADER,
    /** It carries something other than IP or ARP, for example spanning tree or LLDP. */
    NOT_IP,
    /** The capture kept too few bytes of it to tell who sent it to whom (snap length). */
    CUT_BY_CAPTURE,
    /** The IPv4 or IPv6 header is cut or inconsistent, or of another version. */
    BAD_IP_HEADER,
    /**
     * The IP header tells more bytes than its frame carried on the wire. Every receiver drops such a packet (RFC 1122
     * 3.2.1), and what the missing part held is nobody's guess.
     */
    IP_LONGER_THAN_FRAME,
    /** An IPv6 extension header is cut, contradicts the packet's length, or there are too many of them. */
    BAD_IPV6_EXTENSION,
    /** An IPv6 jumbogram (RFC 2675): its length is told where no ordinary receiver looks. */
    IPV6_JUMBOGRAM,
    /** The TCP, UDP, SCTP or ICMP header is cut or inconsistent. */
    BAD_TRANSPORT_HEADER,
    /** An ARP message that is cut or not about Ethernet and IPv4. */
    BAD_ARP
}
