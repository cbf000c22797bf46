package io.wirecase.capture.application.naming;

import java.util.List;

/** Text protocols over TCP. */
final class StreamTextRules {

    private static final int LINE = 512;

    static final List<Rule> ALL = List.of(
            Rule.of("SSH", look -> look.starts("SSH-1.", "SSH-2.")),
            Rule.of("HTTP2", look -> look.starts("PRI * HTTP/2.0")),
            Rule.of("SMTP", StreamTextRules::smtp),
            Rule.of("FTP_CONTROL", StreamTextRules::ftp),
            Rule.of("RESP", StreamTextRules::resp),
            Rule.of("POP3", StreamTextRules::pop3),
            Rule.of("IMAP", StreamTextRules::imap),
            Rule.of("RTSP", StreamTextRules::rtsp),
            Rule.of("SIP", StreamTextRules::sip),
            Rule.of("Jabber", look -> look.starts("<?xml", "<stream:stream") && look.holds("jabber", LINE)),
            Rule.of("IRC", StreamTextRules::irc),
            Rule.of("VNC", look -> look.starts("RFB 003.", "RFB 004.")),
            Rule.of("Telnet", StreamTextRules::telnet),
            Rule.of("Rsync", look -> look.starts("@RSYNCD:")),
            Rule.of("Git", look -> look.has(4, "git-upload-pack ") || look.has(4, "git-receive-pack ")),
            Rule.of("STOMP", look -> look.starts("STOMP\n", "CONNECT\n", "CONNECTED\n", "STOMP\r\n", "CONNECTED\r\n")),
            Rule.of("NATS", look -> look.starts("INFO {") && look.holds("\"server_id\"", LINE)),
            Rule.of("HAProxy", look -> look.starts("PROXY TCP4 ", "PROXY TCP6 ", "PROXY UNKNOWN")),
            Rule.of("Mining", look -> look.starts("{") && look.holds("\"mining.", LINE)),
            Rule.of("Munin", look -> look.starts("# munin node at ")),
            Rule.of("Corba", look -> look.starts("GIOP")),
            Rule.of("Ceph", look -> look.starts("ceph v")),
            Rule.of("Kismet", look -> look.starts("*KISMET:")),
            Rule.of("NoMachine", look -> look.starts("NXSH-", "NXD-")),
            Rule.of("JSON-RPC", look -> look.starts("{") && look.holds("\"jsonrpc\"", LINE)),
            Rule.of("tinc", StreamTextRules::tinc),
            Rule.of("ATG", StreamTextRules::tankGauge),
            Rule.of("RSH", StreamTextRules::rsh),
            Rule.of("Syslog", StreamTextRules::syslog));

    private StreamTextRules() {}

    /** RFC 5321: the client greets, or the server's greeting says what it is. */
    private static boolean smtp(Look look) {
        if (look.starts("EHLO ", "HELO ", "LHLO ", "ehlo ", "helo ", "MAIL FROM:")) {
            return true;
        }
        return greeting(look) && (look.holds("smtp", LINE) || look.from(25) || look.from(587));
    }

    /** RFC 959: a greeting that says FTP, comes from its port or is answered with its commands. */
    private static boolean ftp(Look look) {
        if (greeting(look)) {
            boolean commands = look.answered("USER ", "AUTH ", "FEAT", "SYST", "OPTS ", "user ");
            return look.holds("ftp", LINE) || look.from(21) || commands;
        }
        return look.starts("USER ", "AUTH TLS", "AUTH SSL") && look.answered("220");
    }

    private static boolean greeting(Look look) {
        return look.starts("220 ", "220-");
    }

    /** The Redis protocol: an array of bulk strings. */
    private static boolean resp(Look look) {
        int end = look.indexOf('\r', 1, 8);
        return look.u8(0) == '*' && end > 1 && look.digit(1) && look.u8(end + 2) == '$' && look.digit(end + 3);
    }

    /** RFC 1939. */
    private static boolean pop3(Look look) {
        boolean asked = look.answered("USER ", "CAPA", "STLS", "AUTH", "APOP ", "QUIT", "PASS ");
        return look.starts("+OK ", "+OK\r", "-ERR ")
                && (asked || look.from(110) || look.has(0, "+OK ") && look.unanswered());
    }

    /** RFC 9051: the greeting, or a tagged command. */
    private static boolean imap(Look look) {
        if (look.starts("* OK ", "* PREAUTH ", "* BYE ")) {
            return true;
        }
        int space = look.indexOf(' ', 1, 12);
        return space > 0
                && (look.has(space + 1, "CAPABILITY\r")
                        || look.has(space + 1, "LOGIN ")
                        || look.has(space + 1, "AUTHENTICATE ")
                        || look.has(space + 1, "STARTTLS"));
    }

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

    /** RFC 3261: a response, or a method before a SIP address. */
    static boolean sip(Look look) {
        if (look.starts("SIP/2.0 ")) {
            return true;
        }
        int space = look.indexOf(' ', 3, 12);
        boolean address = look.has(space + 1, "sip:") || look.has(space + 1, "sips:") || look.has(space + 1, "tel:");
        return space > 0 && look.u8(0) >= 'A' && look.u8(0) <= 'Z' && address;
    }

    /** RFC 2812: the registration, or the server's first lines. */
    private static boolean irc(Look look) {
        if (look.starts("NICK ", "CAP LS")) {
            return true;
        }
        if (look.starts("USER ", "PASS ") && look.answered(":")) {
            return true;
        }
        return look.u8(0) == ':' && (look.holds(" notice auth", LINE) || look.holds(" 001 ", LINE));
    }

    /** The BSD shell protocol on its port: the port for errors in digits, then names, each closed by a zero byte. */
    private static boolean rsh(Look look) {
        return look.port(514) && look.digit(0) && look.indexOf(0, 1, 6) > 0;
    }

    /** RFC 854: a negotiation, IAC with WILL, WONT, DO or DONT. */
    private static boolean telnet(Look look) {
        return look.u8(0) == 0xFF && look.u8(1) >= 0xFB && look.u8(1) <= 0xFE && look.u8(2) < 0x80 && look.u8(2) >= 0;
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
