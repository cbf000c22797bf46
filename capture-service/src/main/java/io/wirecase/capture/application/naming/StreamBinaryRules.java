package io.wirecase.capture.application.naming;

import java.util.List;

/** Binary protocols over TCP. */
final class StreamBinaryRules {

    private static final long MAGNET = 0x2112A442L;

    static final List<Rule> ALL = List.of(
            Rule.of("PPTP", look -> look.u16(2) == 1 && look.u32(4) == 0x1A2B3C4DL),
            Rule.of("MsSQL-TDS", StreamBinaryRules::tds),
            Rule.of("Oracle", StreamBinaryRules::oracle),
            Rule.of("BGP", StreamBinaryRules::bgp),
            Rule.of("DCERPC", StreamBinaryRules::dcerpc),
            Rule.of("OpenVPN", StreamBinaryRules::openVpn),
            Rule.of("BITCOIN", look -> look.u32(0) == 0xF9BEB4D9L),
            Rule.of("Diameter", StreamBinaryRules::diameter),
            Rule.of("Elasticsearch", look -> look.starts("ES") && look.u32(2) == look.length() - 6L),
            Rule.of("AMQP", StreamBinaryRules::amqpFrame),
            Rule.of("NFS", look -> look.u8(0) >= 0x80 && rpc(look, 4) && nfs(look.u32(16))),
            Rule.of("RPC", look -> look.u8(0) >= 0x80 && rpc(look, 4)),
            Rule.of("Thrift", look -> thrift(look, 0) || look.u32(0) == look.length() - 4 && thrift(look, 4)),
            Rule.of("AJP", StreamBinaryRules::ajp),
            Rule.of("Monero", look -> look.u32(0) == 0x01210101L && look.u32(4) == 0x01010101L),
            Rule.of("Citrix", look -> look.has(0, "\u007f\u007fICA\u0000")),
            Rule.of("eDonkey", look -> look.u8(0) == 0xE3 && look.u32le(1) == look.length() - 5L),
            Rule.of("Radmin", look -> look.port(4899) && look.u32(0) == 0x01000000L),
            Rule.of("JRMI", look -> look.starts("JRMI\u0000")),
            Rule.of("RTMP", StreamBinaryRules::rtmp),
            Rule.of("AliCloud", look -> look.u32(0) == 0xCEFABEBAL && look.u32le(4) < 65_536),
            Rule.of("HP_VIRTGRP", look -> look.u8(0) == 0x16 && look.u16(1) == look.length() && look.u8(3) == 0),
            Rule.of("Spotify", look -> look.u16(0) == 4 && look.u32(2) == look.length() && look.u8(6) == 0x52),
            Rule.of("TES_Online", look -> look.u32(0) == look.length() - 4 && look.u32(8) == look.length() - 12),
            Rule.of("H323", StreamBinaryRules::h323),
            Rule.of("Raft", StreamBinaryRules::raft),
            Rule.of("TeamViewer", look -> look.port(5938) && (look.u16(0) == 0x1724 || look.u16(0) == 0x1130)),
            Rule.of("STUN", look -> look.u32(4) == MAGNET && look.u8(0) < 0x40 && look.u16(2) == look.length() - 20),
            Rule.of("Viber", MessengerRules::viber),
            Rule.of("DingTalk", MessengerRules::dingTalk),
            Rule.of("TencentGames", MessengerRules::tencentGames),
            Rule.of(
                    "WhatsApp",
                    look -> look.starts("ED\u0000\u0001") || look.starts("WA") && look.u8(2) < 16 && look.u8(3) < 16));

    private StreamBinaryRules() {}

    /** [MS-TDS] 2.2.3: a message header whose length is the packet's. */
    private static boolean tds(Look look) {
        int type = look.u8(0);
        boolean known = type == 0x12 || type == 0x10 || type == 1 || type == 3 || type == 4;
        boolean window = look.u8(7) == 0 && look.length() > 8;
        return known && look.u8(1) <= 1 && look.u16(2) == look.length() && window && look.port(1433);
    }

    private static boolean oracle(Look look) {
        boolean header = look.u16(0) == look.length() && look.u16(2) == 0 && look.u8(4) == 1;
        return header && (look.holds("(description", 512) || look.holds("(connect_data", 512) || look.port(1521));
    }

    private static boolean bgp(Look look) {
        for (int at = 0; at < 16; at++) {
            if (look.u8(at) != 0xFF) {
                return false;
            }
        }
        return look.u8(18) >= 1 && look.u8(18) <= 5;
    }

    /** C706: version 5.0 or 5.1, a known type, fragment length within the packet. */
    private static boolean dcerpc(Look look) {
        int fragment = look.u8(8) | look.u8(9) << 8;
        return look.u8(0) == 5
                && look.u8(1) <= 1
                && look.u8(2) <= 19
                && look.u8(4) == 0x10
                && look.u8(5) == 0
                && fragment >= 16
                && fragment <= look.length();
    }

    /** A length, then a reset of a control channel (opcodes 7, 8 and 10 of the client and server). */
    private static boolean openVpn(Look look) {
        int operation = look.u8(2) >> 3;
        boolean reset = operation == 7 || operation == 8 || operation == 10;
        return look.u16(0) == look.length() - 2 && reset && look.length() >= 16;
    }

    private static boolean diameter(Look look) {
        return look.u8(0) == 1
                && look.u24(1) == look.length()
                && look.u24(5) >= 257
                && look.u24(5) < 400
                && look.length() >= 20;
    }

    /** AMQP 0-9-1: a frame that ends where its size says. */
    private static boolean amqpFrame(Look look) {
        long size = look.u32(3);
        boolean type = look.u8(0) >= 1 && look.u8(0) <= 3 || look.u8(0) == 8;
        return type && size >= 0 && size < look.length() && look.u8((int) size + 7) == 0xCE;
    }

    /** RFC 5531: a call of version 2 of remote procedures. */
    static boolean rpc(Look look, int at) {
        return look.u32(at + 4) == 0
                && look.u32(at + 8) == 2
                && look.u32(at + 12) >= 100_000
                && look.u32(at + 12) < 400_200;
    }

    /** The file service and its mount service. */
    static boolean nfs(long program) {
        return program == 100_003 || program == 100_005;
    }

    static boolean thrift(Look look, int at) {
        return look.u24(at) == 0x800100 && look.u8(at + 3) >= 1 && look.u8(at + 3) <= 4 && look.u32(at + 4) < 256;
    }

    /** The handshake of a common library for consensus: version 1, a number, the length of an address, the address. */
    private static boolean raft(Look look) {
        boolean numbers = look.u32le(0) == 1 && look.u32le(4) == 0 && look.u32le(12) == 0 && look.u32le(20) == 0;
        return numbers && look.u32le(16) == look.length() - 24 && look.u32le(16) >= 8 && look.digit(24);
    }

    /** The packets of RFC 1006 that hold no X.224 are those of ITU-T H.225 and H.245. */
    private static boolean h323(Look look) {
        boolean packet = look.u16(0) == 0x0300 && look.u16(2) == look.length() && look.length() > 7;
        int code = look.u8(5) & 0xF0;
        boolean transport = code == 0xE0 || code == 0xD0 || code == 0xF0 || code == 0x80 || code == 0xC0;
        return packet && (look.u8(4) == 0x08 || !transport);
    }

    /** Version 3, then a time and four bytes that are zero or, as the player does it, its own version. */
    private static boolean rtmp(Look look) {
        boolean player = look.u32(1) == 0 && look.u8(5) >= 9 && look.u8(5) < 0x40;
        return look.u8(0) == 3 && look.length() > 1000 && (look.u32(5) == 0 || player);
    }

    private static boolean ajp(Look look) {
        boolean magic = look.u16(0) == 0x1234 || look.u16(0) == 0x4142;
        return magic && look.u16(2) == look.length() - 4 && look.length() > 4;
    }
}
