package io.wirecase.capture.application.naming;

import java.util.List;

/** Protocols of plants, vehicles and buildings, over TCP and over UDP. */
final class PlantRules {

    static final List<Rule> STREAMS = List.of(
            Rule.of("IEC60870", PlantRules::iec104),
            Rule.of("ISO9506-1-MMS", PlantRules::mms),
            Rule.of("S7Comm", look -> look.u8(0) == 3 && look.u8(5) == 0xF0 && look.u8(7) == 0x32),
            Rule.of("OPC-UA", look -> look.starts("HELF", "ACKF", "OPNF") && look.u32le(4) == look.length()),
            Rule.of("DNP3", look -> look.u16(0) == 0x0564 && look.u8(2) >= 5 && look.port(20_000)),
            Rule.of(
                    "HiSLIP",
                    look -> look.starts("HS") && look.u32(8) == 0 && look.u32(12) <= 65_536 && look.u8(2) < 32),
            Rule.of("FINS", look -> look.starts("FINS")),
            Rule.of("KNXnet_IP", PlantRules::knx),
            Rule.of("IEEE-C37118", PlantRules::synchrophasor));

    static final List<Rule> DATAGRAMS = List.of(
            Rule.of("KNXnet_IP", PlantRules::knx),
            Rule.of("IEEE-C37118", PlantRules::synchrophasor),
            Rule.of("SOMEIP", PlantRules::someIp),
            Rule.of("DNP3", look -> look.u16(0) == 0x0564 && look.u8(2) >= 5 && look.port(20_000)),
            Rule.of("DoIP", PlantRules::diagnostics),
            Rule.of("EGD", look -> look.port(18_246) && look.u16(0) == 0x0D01 && look.length() >= 32),
            Rule.of("TRDP", PlantRules::train),
            Rule.of("EtherSIO", look -> look.starts("ESIO")),
            Rule.of("Ether-S-Bus", PlantRules::sBus),
            Rule.of("HART-IP", PlantRules::hartIp),
            new Rule(List.of("DCERPC", "Profinet_IO"), PlantRules::profinet),
            Rule.of("DCERPC", PlantRules::remoteCall));

    private PlantRules() {}

    /** ISO 9506 over RFC 1006: data of a session that begins, in which the context of MMS (1.0.9506.2.1) is named. */
    private static boolean mms(Look look) {
        boolean begins = look.u8(0) == 3 && look.u8(5) == 0xF0 && (look.u8(7) == 0x0D || look.u8(7) == 0x0E);
        for (int at = 8; begins && at + 5 <= Math.min(look.length(), 256); at++) {
            if (look.u32(at) == 0x28CA2202L && look.u8(at + 4) == 1) {
                return true;
            }
        }
        return false;
    }

    /** IEC 60870-5-104: the start byte and a control field of four bytes. */
    private static boolean iec104(Look look) {
        int length = look.u8(1);
        boolean ends = look.length() == length + 2 || look.u8(length + 2) == 0x68;
        return look.u8(0) == 0x68 && length >= 4 && ends && look.port(2404);
    }

    /** ISO 22510: header length 6, version 1.0, the total length. */
    private static boolean knx(Look look) {
        return look.u16(0) == 0x0610 && look.u16(4) == look.length() && look.u8(2) >= 2 && look.u8(2) <= 9;
    }

    /** IEEE C37.118: a synchronisation byte, a type and version, the frame's size. */
    private static boolean synchrophasor(Look look) {
        int version = look.u8(1) & 0x0F;
        boolean kind = look.u8(1) < 0x60 && (version == 1 || version == 2);
        return look.u8(0) == 0xAA && kind && look.u16(2) == look.length() && look.length() >= 16;
    }

    /** SOME/IP: messages that fill the datagram, each of protocol version 1, with a type and return code that exist. */
    private static boolean someIp(Look look) {
        int at = 0;
        while (at < look.length()) {
            long length = look.u32(at + 4);
            int type = look.u8(at + 14);
            boolean known = type <= 2 || type == 0x40 || type == 0x41 || type == 0x42 || type == 0x80 || type == 0x81;
            boolean header = length >= 8 && look.u8(at + 12) == 1 && known && look.u8(at + 15) <= 0x5E;
            if (!header || length > look.length()) {
                return false;
            }
            at += (int) length + 8;
        }
        return at == look.length() && at >= 16;
    }

    /** ISO 13400: a version and its complement, a kind, the length of what follows. */
    private static boolean diagnostics(Look look) {
        return look.length() >= 8 && (look.u8(0) ^ look.u8(1)) == 0xFF && look.u32(4) == look.length() - 8L;
    }

    /** IEC 61375-2-3: version 1 after a sequence counter, then two letters for the kind of message. */
    private static boolean train(Look look) {
        boolean port = look.port(17_224) || look.port(17_225);
        return port && look.u8(4) == 1 && (look.u8(6) == 'P' || look.u8(6) == 'M') && look.length() >= 40;
    }

    /** Saia S-Bus over UDP: its length, version 1 or 0, a kind of telegram; its checksum ends it. */
    private static boolean sBus(Look look) {
        return look.port(5050) && look.u32(0) == look.length() && look.u8(4) <= 1 && look.u8(8) <= 2;
    }

    /** HART-IP (FieldComm TS20085): version 1, kind and id of message, a sequence number, the length. */
    private static boolean hartIp(Look look) {
        boolean kind = look.u8(1) <= 3 || look.u8(1) == 15;
        return look.u8(0) == 1 && kind && look.u8(2) <= 5 && look.u16(6) == look.length() && look.length() >= 8;
    }

    /** IEC 61158-6-10: the interfaces of PROFINET's devices, controllers, supervisors and parameter servers. */
    private static boolean profinet(Look look) {
        boolean little = look.u8(4) == 0x10;
        long kind = little ? look.u32le(24) : look.u32(24);
        boolean family = little ? look.u32(28) == 0x976CD111L : look.u32(28) == 0x6C9711D1L;
        boolean node = look.u32(32) == 0x827100A0L && look.u32(36) == 0x2442DF7DL;
        return family && node && kind >= 0xDEA00001L && kind <= 0xDEA00004L && remoteCall(look);
    }

    /** C706 connectionless: version 4, a header of 80 bytes and a body of the length it says. */
    private static boolean remoteCall(Look look) {
        boolean little = look.u8(4) == 0x10;
        int body = little ? look.u8(74) | look.u8(75) << 8 : look.u16(74);
        boolean representation = (little || look.u8(4) == 0) && look.u8(5) == 0 && look.u8(6) == 0;
        return look.u8(0) == 4
                && look.u8(1) <= 10
                && representation
                && look.length() >= 80
                && body + 80 == look.length();
    }
}
