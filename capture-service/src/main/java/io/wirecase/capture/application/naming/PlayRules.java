package io.wirecase.capture.application.naming;

import java.util.List;

/**
 * Games, calls and other applications with datagrams of their own. Few are documented: what is here was seen to be the
 * same in all of a client's first datagrams, or is written down where a comment says so.
 */
final class PlayRules {

    static final List<Rule> DATAGRAMS = List.of(
            Rule.of("Discord", PlayRules::discord),
            Rule.of("Source_Engine", PlayRules::sourceEngine),
            Rule.of(
                    "Quake",
                    look -> look.u32(0) == 0xFFFFFFFFL && look.hasFolded(4, "getinfo", "getstatus", "getchal")),
            Rule.of("Yojimbo", look -> look.has(1, "NETCODE 1.0")),
            Rule.of("SteamDatagramRelay", look -> look.has(2, "sdping")),
            Rule.of("RakNet", look -> rakNetReceipt(look) || rakNetFrames(look) || rakNetWrapped(look)),
            Rule.of("RipeAtlas", look -> look.starts("MGLNDD_")),
            Rule.of("SD-RTN", look -> look.u8(0) == 0 && (look.has(13, "SNI\0") || look.has(13, "PEID"))),
            Rule.of("Zoom", PlayRules::zoom),
            Rule.of("Webex", look -> look.port(9000) && look.length() == 8 && look.u32(0) == 0x01000000L),
            Rule.of("Viber", PlayRules::viber),
            Rule.of("TeamViewer", look -> look.port(5938) && look.u16(11) == 0x1724),
            Rule.of("AnyDesk", look -> look.u32(0) == 0x3ED10301L),
            Rule.of("NoMachine", PlayRules::noMachine),
            Rule.of("EAQ", PlayRules::eaq),
            Rule.of("Mumble", look -> look.port(64_738) && look.length() == 12 && look.u32(0) == 0),
            Rule.of("TUYA_LP", look -> (look.port(6666) || look.port(6667)) && look.u32(0) == 0x55AAL),
            Rule.of("UBNTAC2", look -> look.port(10_001) && look.u16(0) == 0x0100 && look.u16(2) == look.length() - 4),
            Rule.of("ETHEREUM", PlayRules::ethereum),
            Rule.of("Nintendo", look -> look.u32(0) == 0x32AB9864L && look.length() >= 20),
            Rule.of("GenshinImpact", PlayRules::handshake),
            Rule.of("Activision", PlayRules::demonware),
            Rule.of("EpicGames", look -> look.u24(1) == 0x1A2000 && look.u32(10) == 0 && look.u32(14) == 0),
            Rule.of("NeteaseGames", look -> look.u32(0) == 0x0708080CL),
            Rule.of("LoLWildRift", look -> look.u32(0) == 0x0102C841L && look.length() >= 20));

    private PlayRules() {}

    /** Discord's documentation of voice connections: finding one's own address, and keeping it. */
    private static boolean discord(Look look) {
        boolean discovery = look.length() == 74 && (look.u16(0) == 1 || look.u16(0) == 2) && look.u16(2) == 70;
        return discovery || look.length() == 8 && look.u32(0) == 0x1337CAFEL;
    }

    /** Valve's documentation of server queries: a header that says one packet, a kind, and its text. */
    private static boolean sourceEngine(Look look) {
        return look.u32(0) == 0xFFFFFFFFL && look.has(4, "TSource Engine Query");
    }

    /** Receipts for datagrams: how many ranges, and each one number or two; they fill the datagram. */
    private static boolean rakNetReceipt(Look look) {
        int count = look.u16(1);
        if (look.u8(0) != 0xC0 && look.u8(0) != 0xA0 || count < 1 || count > 256) {
            return false;
        }
        int at = 3;
        for (int i = 0; i < count && at < look.length(); i++) {
            int single = look.u8(at);
            if (single > 1) {
                return false;
            }
            at += single == 1 ? 4 : 7;
        }
        return at == look.length();
    }

    /** A number, then frames: how reliable each is, its length in bits, numbers by its kind; they fill the datagram. */
    private static boolean rakNetFrames(Look look) {
        int at = 4;
        while (look.u8(0) >= 0x80 && look.u8(0) <= 0x8F && at < look.length()) {
            int flags = look.u8(at);
            int bits = look.u16(at + 1);
            int kind = flags >> 5;
            if ((flags & 0x0F) != 0 || bits <= 0) {
                return false;
            }
            int reliable = kind >= 2 && kind != 5 ? 3 : 0;
            int sequenced = kind == 1 || kind == 4 ? 3 : 0;
            int ordered = kind == 1 || kind == 3 || kind == 4 || kind == 7 ? 4 : 0;
            int split = (flags & 0x10) == 0 ? 0 : 10;
            at += 3 + reliable + sequenced + ordered + split + (bits + 7) / 8;
        }
        return at == look.length() && at > 4;
    }

    /** The magic of its messages outside a connection, behind a head of the game's own. */
    private static boolean rakNetWrapped(Look look) {
        for (int at = 1; at < 48; at++) {
            if (look.u32(at) == 0x00FFFF00L && look.u32(at + 4) == 0xFEFEFEFEL && look.u32(at + 8) == 0xFDFDFDFDL) {
                return true;
            }
        }
        return false;
    }

    /** A handshake around KCP: both ends of its 20 bytes are fixed for each of its three kinds. */
    private static boolean handshake(Look look) {
        boolean asks = look.u32(0) == 0xFFL && look.u32(16) == 0xFFFFFFFFL;
        boolean answers = look.u32(0) == 0x145L && look.u32(16) == 0x14514545L;
        return look.length() == 20 && (asks || answers);
    }

    private static boolean zoom(Look look) {
        boolean hello = look.u16(0) == 0x0100 || look.u24(0) == 0x020001 || look.u24(0) == 0x020003;
        boolean echo = look.u32(0) == 0x03000000L || look.u32(0) == 0x04000000L;
        return look.port(8801) && (hello && look.length() >= 24 || echo || look.u8(0) == 5);
    }

    private static boolean viber(Look look) {
        boolean port = look.port(7985) || look.port(7987) || look.port(5243) || look.port(9785);
        int kind = look.u8(2);
        boolean known = kind == 1 || kind == 3 || kind == 9 || kind == 0x0C || kind == 0x19 || kind == 0x1A;
        return port && known && look.u8(3) == 0 && look.length() >= 12;
    }

    private static boolean noMachine(Look look) {
        boolean kind = look.u32(0) == 0x01000100L || look.u32(0) == 0x02000100L;
        return kind && look.u16(4) == 0x0A00 && look.length() == 10;
    }

    private static boolean eaq(Look look) {
        boolean turn = look.u16(14) == 0x9000 || look.u16(14) == 0x6000;
        return look.port(6000) && look.length() == 16 && look.u32(0) == 0 && look.u16(12) == 0 && turn;
    }

    /** The discovery protocol of its documentation: hash, signature, a kind of packet, and a list. */
    private static boolean ethereum(Look look) {
        return look.port(30_303) && look.u8(97) >= 1 && look.u8(97) <= 6 && look.u8(98) >= 0xC0;
    }

    /** Two forms of the service that many consoles' games find each other by. */
    private static boolean demonware(Look look) {
        boolean address = (look.u8(0) == 0x0C || look.u8(0) == 0x0D) && look.u16(1) == 0x0200 && look.length() == 29;
        boolean probe = (look.u8(0) == 0x28 || look.u8(0) == 0x29) && (look.length() == 18 || look.length() == 27);
        return look.port(3074) && (address || probe);
    }
}
