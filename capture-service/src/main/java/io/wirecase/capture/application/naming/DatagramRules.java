package io.wirecase.capture.application.naming;

import java.util.List;

/** Protocols over UDP; each look is at one datagram. */
final class DatagramRules {

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "WSD",
                    look -> look.port(3702) && look.starts("<?xml", "<soap", "<SOAP", "<s:", "<S:", "<e:", "<env")),
            Rule.of("Service_Location_Protocol", DatagramRules::slp),
            Rule.of("DNScrypt", look -> look.starts("r6fnvWj8")),
            Rule.of("Dropbox", look -> look.starts("{\"host_int\"")),
            Rule.of("Spotify", look -> look.starts("SpotUdp")),
            Rule.of("RMCP", look -> look.port(623) && look.u8(0) == 6 && look.u8(1) == 0),
            Rule.of("NetFlow", DatagramRules::netFlow),
            Rule.of("NFS", look -> StreamBinaryRules.rpc(look, 0) && StreamBinaryRules.nfs(look.u32(12))),
            Rule.of("RPC", look -> StreamBinaryRules.rpc(look, 0)),
            Rule.of("RakNet", DatagramRules::rakNet),
            Rule.of("RX", DatagramRules::rx),
            Rule.of("BJNP", look -> look.starts("BJNP", "BJNB", "MFNP")),
            Rule.of("TPLINK_SHP", look -> look.port(9999) && look.u16(0) == 0xD0F2),
            Rule.of("OICQ", look -> look.port(8000) && look.u8(0) == 2 && look.u8(look.length() - 1) == 3),
            Rule.of("Roughtime", DatagramRules::roughtime),
            Rule.of("DLEP", look -> look.starts("DLEP")),
            Rule.of("Corba", look -> look.starts("GIOP", "ZIOP", "MIOP")),
            Rule.of(
                    "Thrift",
                    look -> StreamBinaryRules.thrift(look, 0) || look.starts("\u0082!\u0001", "\u0082\u0081")),
            Rule.of("TeamSpeak", look -> look.starts("TS3INIT1")),
            Rule.of("TiVoConnect", look -> look.starts("TiVoConnect=")),
            Rule.of("Steam", look -> look.u32(0) == 0xFFFFFFFFL && look.u32(4) == 0x214C5FA0L),
            Rule.of("IAX", DatagramRules::iax),
            Rule.of("KCP", DatagramRules::kcp),
            Rule.of("MPEG_TS", DatagramRules::transportStream),
            Rule.of("RTPS", look -> look.starts("RTPS") && look.u8(4) >= 1 && look.u8(4) <= 2),
            Rule.of("Syncthing", look -> look.u32(0) == 0x2EA7D90BL),
            Rule.of("CAPWAP", look -> (look.port(5246) || look.port(5247)) && look.u8(0) <= 1 && look.length() >= 8),
            Rule.of("BFD", look -> (look.port(3784) || look.port(3785)) && look.u8(0) >> 5 == 1 && look.u8(3) >= 24),
            Rule.of("PFCP", look -> look.port(8805) && look.u8(0) >> 5 == 1 && look.u16(2) == look.length() - 4),
            Rule.of("GLBP", look -> look.port(3222) && look.u8(0) == 1 && look.length() >= 12),
            Rule.of("AYIYA", look -> look.port(5072) && look.length() >= 40 && look.u8(0) >> 4 <= 4),
            Rule.of("Megaco", look -> look.starts("MEGACO/", "!/1 ", "!/2 ", "!/3 ")),
            Rule.of("Gnutella", look -> look.starts("GND\u0001", "GND\u0002", "GNUTELLA ")),
            Rule.of("CHARGEN", look -> look.from(19) && look.length() > 70 && printable(look, 70)),
            Rule.of("QOTD", look -> look.from(17) && look.length() > 8 && printable(look, look.length())),
            Rule.of("UFTP", DatagramRules::multicastFiles),
            Rule.of("DTLS", DatagramRules::firstDtls),
            Rule.of("RDP", DatagramRules::remoteDesktop),
            Rule.of("MGCP", look -> (look.port(2427) || look.port(2727)) && look.holds(" mgcp ", 200)));

    private DatagramRules() {}

    /** [MS-RDPEUDP] section 2.2.2.1: a connection begins with a SYN that acknowledges nothing, filled up with zeros. */
    private static boolean remoteDesktop(Look look) {
        return look.port(3389) && look.u32(0) == 0xFFFFFFFFL && (look.u16(6) & 0x0005) == 1 && look.length() >= 1132;
    }

    /** UFTP 4 and 5 on its port: the version, and one of its kinds of messages. */
    private static boolean multicastFiles(Look look) {
        boolean version = look.u8(0) == 0x40 || look.u8(0) == 0x50;
        return look.port(1044) && version && look.u8(1) >= 1 && look.u8(1) <= 20 && look.length() >= 16;
    }

    /** DTLS as it was before its first RFC, with a version of 0x0100, which some tunnels still speak. */
    private static boolean firstDtls(Look look) {
        boolean record = look.u8(0) >= 20 && look.u8(0) <= 23 && look.u16(1) == 0x0100;
        return look.port(443) && record && look.u16(11) > 0 && 13 + look.u16(11) == look.length();
    }

    /** RFC 2608 and RFC 2165: version, function and the message's own length. */
    private static boolean slp(Look look) {
        if (!look.port(427)) {
            return false;
        }
        boolean two = look.u8(0) == 2 && look.u8(1) >= 1 && look.u8(1) <= 11 && look.u24(2) >= 12;
        return two || look.u8(0) == 1 && look.u16(2) == look.length();
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

    /** The magic of its messages outside a connection. */
    private static boolean rakNet(Look look) {
        int at = switch (look.u8(0)) {
            case 1, 2 -> 9;
            case 0x1C -> 17;
            default -> 1;
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

    /** Tags in ascending order after their offsets, a few of which every message has. */
    private static boolean roughtime(Look look) {
        if (look.starts("ROUGHTIM")) {
            return true;
        }
        long tags = look.u32le(0);
        if (tags < 2 || tags > 16 || look.u32le(4) % 4 != 0) {
            return false;
        }
        int first = 4 * (int) tags;
        return look.has(first, "SIG\0")
                || look.has(first, "NONC")
                || look.has(first, "VER\0")
                || look.has(first, "SREP");
    }

    /** RFC 5456: a full frame that begins a call; the others only on its port. */
    private static boolean iax(Look look) {
        boolean control = look.u8(0) >= 0x80 && look.u8(10) == 6 && look.length() >= 12;
        boolean begins = look.u16(2) == 0 && look.u16(8) == 0 && look.u8(11) == 1 && look.u32(12) == 0x0B020002L;
        return control && (begins || look.port(4569));
    }

    /** Segments of 24 bytes and what they carry, which fill the datagram; commands 81 to 84. */
    private static boolean kcp(Look look) {
        int at = 0;
        while (at < look.length()) {
            long length = look.u32le(at + 20);
            boolean command = look.u8(at + 4) >= 81 && look.u8(at + 4) <= 84;
            if (!command || length < 0 || length > look.length() || look.u32le(at) != look.u32le(0)) {
                return false;
            }
            at += 24 + (int) length;
        }
        return at == look.length() && at > 0;
    }

    /** ISO 13818-1: packets of 188 bytes, each after its synchronisation byte. */
    private static boolean transportStream(Look look) {
        if (look.length() < 2 * 188 || look.length() % 188 != 0) {
            return false;
        }
        boolean all = true;
        for (int at = 0; at < look.length(); at += 188) {
            all &= look.u8(at) == 0x47;
        }
        return all;
    }

    private static boolean printable(Look look, int count) {
        for (int at = 0; at < count; at++) {
            int b = look.u8(at);
            if ((b < ' ' || b >= 0x7F) && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }
}
