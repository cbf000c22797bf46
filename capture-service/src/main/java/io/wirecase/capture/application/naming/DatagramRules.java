package io.wirecase.capture.application.naming;

import java.util.List;

/** Protocols over UDP; each look is at one datagram. */
final class DatagramRules {

    private static final long STUN_COOKIE = 0x2112A442L;
    private static final long DHCP_COOKIE = 0x63825363L;

    static final List<Rule> ALL = List.of(
            Rule.of("STUN", DatagramRules::stun),
            Rule.of("NTP", look -> look.port(123) && look.length() >= 48 && ntp(look.u8(0))),
            Rule.of("DHCP", look -> look.u32(236) == DHCP_COOKIE && (look.u8(0) == 1 || look.u8(0) == 2)),
            Rule.of("DHCPV6", look -> (look.port(546) || look.port(547)) && look.u8(0) >= 1 && look.u8(0) <= 13),
            Rule.of("BitTorrent", DatagramRules::bitTorrent),
            Rule.of("SSDP", DatagramRules::ssdp),
            Rule.of(
                    "WSD",
                    look -> look.port(3702) && look.starts("<?xml", "<soap", "<SOAP", "<s:", "<S:", "<e:", "<env")),
            Rule.of("SIP", StreamTextRules::sip),
            Rule.of("Service_Location_Protocol", DatagramRules::slp),
            Rule.of("DNScrypt", look -> look.starts("r6fnvWj8")),
            new Rule(List.of("NetBIOS", "SMBv1"), look -> look.port(138) && look.holds("\u00ffsmb", 250)),
            Rule.of("NetBIOS", look -> look.port(138) && look.u8(0) >= 0x10 && look.u8(0) <= 0x16),
            Rule.of("IPSec", DatagramRules::ike),
            Rule.of("WireGuard", DatagramRules::wireGuard),
            Rule.of("SNMP", DatagramRules::snmp),
            Rule.of("Kerberos", look -> StreamBinaryRules.kerberos(look, 0)),
            Rule.of("LDAP", look -> look.port(389) && StreamBinaryRules.ldap(look)),
            Rule.of("Radius", DatagramRules::radius),
            Rule.of("TFTP", DatagramRules::tftp),
            Rule.of("Syslog", StreamTextRules::syslog),
            Rule.of("Dropbox", look -> look.starts("{\"host_int\"")),
            Rule.of("Spotify", look -> look.starts("SpotUdp")),
            Rule.of("OpenVPN", DatagramRules::openVpn),
            Rule.of("RMCP", look -> look.port(623) && look.u8(0) == 6 && look.u8(1) == 0),
            Rule.of("NetFlow", DatagramRules::netFlow),
            Rule.of("NFS", look -> StreamBinaryRules.rpc(look, 0) && StreamBinaryRules.nfs(look.u32(12))),
            Rule.of("RPC", look -> StreamBinaryRules.rpc(look, 0)),
            Rule.of("RTCP", DatagramRules::rtcp),
            Rule.of("RakNet", DatagramRules::rakNet),
            Rule.of("RX", DatagramRules::rx),
            Rule.of("BJNP", look -> look.starts("BJNP", "BJNB", "MFNP")),
            Rule.of("TPLINK_SHP", look -> look.port(9999) && look.u16(0) == 0xD0F2),
            Rule.of("OICQ", look -> look.port(8000) && look.u8(0) == 2 && look.u8(look.length() - 1) == 3),
            Rule.of("Roughtime", look -> look.starts("ROUGHTIM") || look.length() >= 1024 && look.holds("nonc", 64)),
            Rule.of("DLEP", look -> look.starts("DLEP")),
            Rule.of("Corba", look -> look.starts("GIOP", "ZIOP", "MIOP")),
            Rule.of(
                    "Thrift",
                    look -> StreamBinaryRules.thrift(look, 0) || look.starts("\u0082!\u0001", "\u0082\u0081")),
            Rule.of("TeamSpeak", look -> look.starts("TS3INIT1")),
            Rule.of("TiVoConnect", look -> look.starts("TiVoConnect=")),
            Rule.of("Steam", look -> look.u32(0) == 0xFFFFFFFFL && look.u32(4) == 0x214C5FA0L),
            Rule.of("MGCP", look -> (look.port(2427) || look.port(2727)) && look.holds(" mgcp ", 200)));

    private DatagramRules() {}

    /** RFC 8489 with its cookie; RFC 3489 without, where the attributes must fill the message. */
    private static boolean stun(Look look) {
        int type = look.u16(0);
        int length = look.u16(2);
        if (type < 0 || type >= 0x4000 || length < 0 || length % 4 != 0 || length + 20 > look.length()) {
            return false;
        }
        if (look.u32(4) == STUN_COOKIE) {
            return true;
        }
        boolean classic = type == 1 || type == 0x101 || type == 0x111 || type == 3 || type == 0x103;
        return classic && length + 20 == look.length() && attributes(look, length + 20);
    }

    private static boolean attributes(Look look, int end) {
        int at = 20;
        while (at < end) {
            int length = look.u16(at + 2);
            if (length < 0) {
                return false;
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return at == end;
    }

    /** RFC 5905: versions 1 to 4, modes 1 to 7. */
    private static boolean ntp(int first) {
        int version = first >> 3 & 7;
        return version >= 1 && version <= 4 && (first & 7) != 0;
    }

    /** BEP 5 messages are dictionaries with a kind; BEP 14 announces with a method of its own. */
    private static boolean bitTorrent(Look look) {
        return look.starts("BT-SEARCH * HTTP/1.1")
                || look.starts("d1:ad2:id20:", "d1:rd2:id20:", "d1:r", "d1:el", "d2:ip") && look.holds("1:y1:", 1400);
    }

    private static boolean ssdp(Look look) {
        boolean answer = look.starts("HTTP/1.1 200 OK") && look.port(1900);
        return look.starts("M-SEARCH * HTTP/1.", "NOTIFY * HTTP/1.") || answer;
    }

    /** RFC 2608 and RFC 2165: version, function and the message's own length. */
    private static boolean slp(Look look) {
        if (!look.port(427)) {
            return false;
        }
        boolean two = look.u8(0) == 2 && look.u8(1) >= 1 && look.u8(1) <= 11 && look.u24(2) >= 12;
        return two || look.u8(0) == 1 && look.u16(2) == look.length();
    }

    /** RFC 7296 and RFC 2408; with RFC 3948's four zero bytes on port 4500, or ESP there. */
    private static boolean ike(Look look) {
        if (look.port(4500)) {
            return look.u32(0) == 0 && look.u32(28) == look.length() - 4L
                    || look.u32(0) > 255 && look.length() >= 28
                    || look.length() == 1 && look.u8(0) == 0xFF;
        }
        int version = look.u8(17) >> 4;
        return (version == 1 || version == 2) && look.u32(24) == look.length() && look.u32(0) != 0 && look.port(500);
    }

    /** Message types 1 to 4, three zero bytes, and the length each type has. */
    private static boolean wireGuard(Look look) {
        return switch (look.u8(0)) {
            case 1 -> look.u24(1) == 0 && look.length() == 148;
            case 2 -> look.u24(1) == 0 && look.length() == 92;
            case 3 -> look.u24(1) == 0 && look.length() == 64;
            case 4 -> look.u24(1) == 0 && look.length() >= 32 && look.length() % 16 == 0 && look.port(51820);
            default -> false;
        };
    }

    /** RFC 3416: a sequence of version 1, 2c or 3. */
    private static boolean snmp(Look look) {
        if (look.u8(0) != 0x30) {
            return false;
        }
        int at = look.u8(1) < 0x80 ? 2 : 2 + (look.u8(1) & 0x7F);
        int version = look.u8(at + 2);
        boolean three = version == 3 && look.u8(at + 3) == 0x30;
        boolean community = (version == 0 || version == 1) && look.u8(at + 3) == 4;
        return look.u8(at) == 2 && look.u8(at + 1) == 1 && (three || community);
    }

    /** RFC 2865: a code, an id and a length that is the datagram's. */
    private static boolean radius(Look look) {
        int code = look.u8(0);
        boolean known = code >= 1 && code <= 5 || code >= 11 && code <= 13 || code >= 40 && code <= 45;
        return known && look.length() >= 20 && look.u16(2) == look.length() && attributeList(look);
    }

    private static boolean attributeList(Look look) {
        int at = 20;
        while (at < look.length()) {
            int length = look.u8(at + 1);
            if (length < 2) {
                return false;
            }
            at += length;
        }
        return at == look.length();
    }

    /** RFC 1350: a request names a file, then its mode. */
    private static boolean tftp(Look look) {
        int operation = look.u16(0);
        int end = look.indexOf(0, 2, 300);
        if (operation == 1 || operation == 2) {
            return end > 3 && (mode(look, end + 1, "octet", "OCTET") || mode(look, end + 1, "netascii", "NETASCII"));
        }
        return operation >= 3 && operation <= 6 && look.port(69);
    }

    private static boolean mode(Look look, int at, String lower, String upper) {
        return look.has(at, lower) || look.has(at, upper);
    }

    /** A reset of a control channel, or any control packet on the port. */
    private static boolean openVpn(Look look) {
        int operation = look.u8(0) >> 3;
        boolean reset = (operation == 7 || operation == 8) && (look.u8(0) & 7) == 0;
        return reset && look.length() >= 14 && (look.port(1194) || look.length() == 14 && look.u32(10) == 0);
    }

    /** Version 5 with its records' exact length; version 9 and IPFIX (RFC 3954, RFC 7011) with a set that fits. */
    private static boolean netFlow(Look look) {
        return switch (look.u16(0)) {
            case 5 -> look.u16(2) >= 1 && look.length() == 24 + 48 * look.u16(2);
            case 9 -> set(look, 20) && look.u16(2) >= 1;
            case 10 -> look.u16(2) == look.length() && set(look, 16);
            default -> false;
        };
    }

    private static boolean set(Look look, int at) {
        int id = look.u16(at);
        int length = look.u16(at + 2);
        return (id >= 0 && id <= 3 || id >= 256) && length >= 4 && at + length <= look.length();
    }

    /** RFC 3550 section 6: version 2, a report or description first, and packets that fill the datagram. */
    private static boolean rtcp(Look look) {
        int at = 0;
        if (look.u8(1) < 200 || look.u8(1) > 205) {
            return false;
        }
        while (at < look.length()) {
            boolean version = (look.u8(at) & 0xC0) == 0x80;
            int words = look.u16(at + 2);
            if (!version || words < 0) {
                return false;
            }
            at += 4 * (words + 1);
        }
        return at == look.length() && at >= 8;
    }

    /** The magic of its messages outside a connection. */
    private static boolean rakNet(Look look) {
        int at = switch (look.u8(0)) {
            case 1, 2 -> 9;
            case 5, 6, 7, 8, 0x19 -> 1;
            case 0x1C -> 17;
            default -> look.length();
        };
        return look.u32(at) == 0x00FFFF00L && look.u32(at + 4) == 0xFEFEFEFEL && look.u32(at + 8) == 0xFDFDFDFDL;
    }

    /** The AFS transport: its ports, a header of 28 bytes with a known type. */
    private static boolean rx(Look look) {
        boolean port = false;
        for (int number = 7000; number <= 7009; number++) {
            port |= look.port(number);
        }
        return port && look.length() >= 28 && look.u8(20) >= 1 && look.u8(20) <= 13 && look.u8(21) < 0x40;
    }
}
