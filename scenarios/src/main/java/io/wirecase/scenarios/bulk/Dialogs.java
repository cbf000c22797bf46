package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.bulk.TcpTalk.End;
import io.wirecase.scenarios.bulk.TcpTalk.Style;
import io.wirecase.scenarios.packet.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Mail, shells and files: protocols in which both sides speak in turn. */
final class Dialogs {

    private static final int SSH = 22;
    private static final int SMTP = 25;
    private static final int POP3 = 110;
    private static final int IMAP = 143;
    private static final int KEX_INIT = 20;
    private static final String KEX =
            "sntrup761x25519-sha512@openssh.com,curve25519-sha256,ecdh-sha2-nistp256,diffie-hellman-group16-sha512";
    private static final String CIPHERS = "chacha20-poly1305@openssh.com,aes128-ctr,aes256-ctr,aes256-gcm@openssh.com";
    private static final String MACS = "umac-64-etm@openssh.com,hmac-sha2-256-etm@openssh.com,hmac-sha2-512";

    private final Population people;
    private final Web web;

    Dialogs(Population people, Web web) {
        this.people = people;
        this.web = web;
    }

    /** A shell: key exchange, then keystrokes with their echoes, or a copied file. */
    Talk shell(long now, SplittableRandom chance) {
        Population.Ends ends = people.pair(chance);
        List<Turn> turns = new ArrayList<>();
        turns.add(server("SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13.5\r\n"));
        turns.add(client("SSH-2.0-OpenSSH_9.9\r\n"));
        turns.add(Turn.client(kexInit(chance), Times.MILLI));
        turns.add(Turn.server(kexInit(chance), Times.MILLI));
        turns.add(Turn.client(Opaque.bytes(chance, 1_200), Times.MILLI));
        turns.add(Turn.server(Opaque.bytes(chance, 1_564), Times.MILLI));
        int strokes = 5 + chance.nextInt(60);
        for (int i = 0; i < strokes; i++) {
            turns.add(Turn.client(Opaque.bytes(chance, 36), Times.between(chance, 50 * Times.MILLI, Times.SECOND)));
            turns.add(Turn.server(Opaque.bytes(chance, 36 + chance.nextInt(400)), Times.MILLI));
        }
        if (chance.nextInt(4) == 0) {
            turns.add(Turn.client(new byte[0], Times.size(chance, 400_000, 1.2, 16L << 20), Times.SECOND));
        }
        return new TcpTalk(now, ends, SSH, Style.USUAL, chance, turns);
    }

    /** Mail by one of three protocols; half of the deliveries go over to TLS. */
    Talk mail(long now, SplittableRandom chance) {
        Population.Ends ends = people.pair(chance);
        return switch (chance.nextInt(3)) {
            case 0 -> new TcpTalk(now, ends, SMTP, Style.USUAL, chance, delivery(chance, ends.name()));
            case 1 -> new TcpTalk(now, ends, IMAP, Style.USUAL, chance, folder(chance));
            default -> new TcpTalk(now, ends, POP3, Style.USUAL.ending(End.FIN), chance, fetched(chance));
        };
    }

    private List<Turn> delivery(SplittableRandom chance, String name) {
        List<Turn> turns = new ArrayList<>();
        turns.add(server("220 " + name + " ESMTP ready\r\n"));
        turns.add(client("EHLO client.example.org\r\n"));
        turns.add(server("250-" + name + "\r\n250-SIZE 52428800\r\n250-STARTTLS\r\n250 8BITMIME\r\n"));
        if (chance.nextBoolean()) {
            turns.add(client("STARTTLS\r\n"));
            turns.add(server("220 go ahead\r\n"));
            turns.addAll(web.hello(chance, name));
            long length = Times.size(chance, 30_000, 1.3, 8L << 20);
            turns.add(Turn.client(new byte[] {23, 3, 3, 0x40, 0}, length, Times.MILLI));
            return turns;
        }
        turns.add(client("MAIL FROM:<a" + chance.nextInt(1000) + "@example.org>\r\n"));
        turns.add(server("250 ok\r\n"));
        turns.add(client("RCPT TO:<b" + chance.nextInt(1000) + "@example.net>\r\n"));
        turns.add(server("250 ok\r\n"));
        turns.add(client("DATA\r\n"));
        turns.add(server("354 go ahead\r\n"));
        turns.add(client("From: <a@example.org>\r\nTo: <b@example.net>\r\nSubject: minutes\r\n\r\n"
                + "The minutes are attached.\r\n".repeat(20 + chance.nextInt(800)) + ".\r\n"));
        turns.add(server("250 queued\r\n"));
        turns.add(client("QUIT\r\n"));
        return turns;
    }

    private static List<Turn> folder(SplittableRandom chance) {
        List<Turn> turns = new ArrayList<>();
        turns.add(server("* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE AUTH=PLAIN] ready.\r\n"));
        turns.add(client("a001 LOGIN user" + chance.nextInt(500) + " not-a-secret\r\n"));
        turns.add(server("a001 OK Logged in\r\n"));
        turns.add(client("a002 SELECT INBOX\r\n"));
        turns.add(server("* " + chance.nextInt(3000) + " EXISTS\r\n* 0 RECENT\r\na002 OK [READ-WRITE] done\r\n"));
        turns.add(client("a003 FETCH 1:20 (FLAGS BODY.PEEK[HEADER])\r\n"));
        turns.add(server("* 1 FETCH (FLAGS (\\Seen) BODY[HEADER] {60}\r\n".repeat(20 + chance.nextInt(200))));
        return turns;
    }

    private static List<Turn> fetched(SplittableRandom chance) {
        List<Turn> turns = new ArrayList<>();
        turns.add(server("+OK POP3 ready\r\n"));
        turns.add(client("USER user" + chance.nextInt(500) + "\r\n"));
        turns.add(server("+OK\r\n"));
        turns.add(client("PASS not-a-secret\r\n"));
        turns.add(server("+OK logged in\r\n"));
        turns.add(client("RETR 1\r\n"));
        turns.add(server("+OK follows\r\n" + "Lines of a letter.\r\n".repeat(10 + chance.nextInt(600)) + ".\r\n"));
        turns.add(client("QUIT\r\n"));
        return turns;
    }

    private static byte[] kexInit(SplittableRandom chance) {
        Bytes lists = new Bytes().u8(KEX_INIT).raw(Opaque.bytes(chance, 16));
        for (String list : List.of(KEX, "ssh-ed25519,rsa-sha2-512", CIPHERS, CIPHERS, MACS, MACS, "none", "none")) {
            lists.u32(list.length()).text(list);
        }
        byte[] payload = lists.u32(0).u32(0).u8(0).u32(0).toArray();
        int padding = 4 + (8 - (payload.length + 9) % 8) % 8;
        return new Bytes()
                .u32(payload.length + padding + 1)
                .u8(padding)
                .raw(payload)
                .raw(new byte[padding])
                .toArray();
    }

    private static Turn client(String text) {
        return Turn.client(text.getBytes(StandardCharsets.ISO_8859_1), 3 * Times.MILLI);
    }

    private static Turn server(String text) {
        return Turn.server(text.getBytes(StandardCharsets.ISO_8859_1), 2 * Times.MILLI);
    }
}
