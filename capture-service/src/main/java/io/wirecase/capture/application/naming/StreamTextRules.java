package io.wirecase.capture.application.naming;

import java.util.List;

/** Text protocols over TCP. */
final class StreamTextRules {

    private static final int LINE = 512;

    static final List<Rule> ALL = List.of(
            Rule.of("RTSP", StreamTextRules::rtsp),
            Rule.of("Jabber", look -> look.starts("<?xml", "<stream:stream") && look.holds("jabber", LINE)),
            Rule.of("Rsync", look -> look.starts("@RSYNCD:")),
            Rule.of("Git", look -> look.has(4, "git-upload-pack ") || look.has(4, "git-receive-pack ")),
            Rule.of("STOMP", look -> look.starts("STOMP\n", "CONNECT\n", "CONNECTED\n", "STOMP\r\n", "CONNECTED\r\n")),
            Rule.of("NATS", look -> look.starts("INFO {") && look.holds("\"server_id\"", LINE)),
            Rule.of("Munin", look -> look.starts("# munin node at ")),
            Rule.of("Corba", look -> look.starts("GIOP")),
            Rule.of("Ceph", look -> look.starts("ceph v")),
            Rule.of("Kismet", look -> look.starts("*KISMET:")),
            Rule.of("Ookla", look -> look.starts("HI\n", "HI ") && look.answered("HELLO ")),
            Rule.of("NoMachine", look -> look.starts("NXSH-", "NXD-")),
            Rule.of("JSON-RPC", look -> look.starts("{") && look.holds("\"jsonrpc\"", LINE)),
            Rule.of("WorldOfWarcraft", look -> look.has(2, "WORLD OF WARCRAFT CONNECTION - ")),
            Rule.of("tinc", StreamTextRules::tinc),
            Rule.of("ATG", StreamTextRules::tankGauge),
            Rule.of("Syslog", StreamTextRules::syslog));

    private StreamTextRules() {}

    /** The greeting of tinc: request 0, a name, protocol 17 and maybe a minor version. */
    private static boolean tinc(Look look) {
        int space = look.indexOf(' ', 3, 64);
        boolean version = look.has(space + 1, "17") && (look.u8(space + 3) == '\n' || look.u8(space + 3) == '.');
        return look.starts("0 ") && space > 0 && version;
    }

    /** A command to a tank gauge: a start of heading, then I or S, a function of three digits and a tank of two. */
    private static boolean tankGauge(Look look) {
        boolean digits = true;
        for (int at = 2; at < 7; at++) {
            digits &= look.digit(at);
        }
        return look.u8(0) == 1 && (look.u8(1) == 'I' || look.u8(1) == 'S') && digits;
    }

    /** RFC 7826. */
    private static boolean rtsp(Look look) {
        int end = look.indexOf('\n', 0, LINE);
        return look.starts("RTSP/1.", "RTSP/2.")
                || end > 0 && look.holds(" rtsp://", end)
                || end > 0 && look.holds(" rtsp/1.0\r", end);
    }

    /** RFC 5424 and RFC 3164: a priority of one to three digits in angle brackets. */
    static boolean syslog(Look look) {
        int end = look.indexOf('>', 2, 5);
        if (look.u8(0) != '<' || end < 0) {
            return false;
        }
        for (int at = 1; at < end; at++) {
            if (!look.digit(at)) {
                return false;
            }
        }
        return look.length() > end + 8;
    }
}
