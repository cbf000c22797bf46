package io.wirecase.scenarios.exam.carrier;

import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Loose;
import io.wirecase.scenarios.conversation.TcpConnection;
import io.wirecase.scenarios.conversation.Tls;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Stage;
import java.util.List;

/** Much data from a host: stolen, saved, or spoken. */
public final class Amounts {
    private static final int MEGABYTE = 1 << 20;
    private static final int PIECE = 256 << 10;
    private static final double DAY = 86_400;
    private static final int HTTPS = 443;
    /** Long frames kept whole: those of the handshakes before the bulk begins, and more. */
    private static final int WHOLE = 400;

    private Amounts() {}

    /** Row 55. */
    public static Family exfiltration() {
        return Family.malicious(
                "55-exfiltration", "a host that uploads little sends much to somebody it never met", stage -> {
                    stage.scene().cutLongFramesAfter(WHOLE);
                    Host client = stage.net().local();
                    Calls calls = new Calls(stage);
                    Name usual = stage.net().name(2);
                    int days = stage.whole("days", 2, 3);
                    little(stage, calls, client, usual, days);
                    Name rare = stage.net().name(1);
                    int megabytes = stage.whole("megabytes", 22, 34);
                    String how = stage.word("how", "at once", "in pieces");
                    int parts = how.equals("at once") ? 1 : 6;
                    double night =
                            (days - 1) * DAY + 4_000 + 60_000 * stage.chance().nextDouble();
                    Host far = stage.net().remote(rare.addresses().getFirst());
                    for (int i = 0; i < parts; i++) {
                        long begin = stage.lookup(client, rare, stage.at(night + 500.0 * i));
                        upload(stage, calls, client, far, rare.text(), begin, megabytes * MEGABYTE / parts);
                    }
                    stage.actor(client)
                            .expect(List.of(client, far), "exfiltration")
                            .allow("beacon");
                    Background.play(stage, days * DAY, client);
                });
    }

    /** Its twin: all send much at once, to where all go. */
    public static Family houseStore() {
        return Family.benign(
                "55b-house-store",
                "machines that upload little each send much, once, to a store they all use",
                stage -> {
                    stage.scene().cutLongFramesAfter(WHOLE);
                    Calls calls = new Calls(stage);
                    Name usual = stage.net().name(2);
                    Name store = stage.net().name(2);
                    int days = stage.whole("days", 2, 3);
                    List<Host> machines = stage.net().locals(stage.whole("machines", 3, 5));
                    for (Host machine : machines) {
                        little(stage, calls, machine, usual, days);
                        int megabytes = stage.whole("megabytes", 22, 34);
                        double night = (days - 1) * DAY
                                + 4_000
                                + 60_000 * stage.chance().nextDouble();
                        long begin = stage.lookup(machine, store, stage.at(night));
                        Host server = stage.net().remote(store.addresses().getFirst());
                        upload(stage, calls, machine, server, store.text(), begin, megabytes * MEGABYTE);
                    }
                    stage.actor(machines.getFirst()).allow("beacon");
                    Background.play(stage, days * DAY);
                });
    }

    private static void little(Stage stage, Calls calls, Host client, Name usual, int days) {
        for (int i = 0; i < days * 8; i++) {
            double second = DAY * i / 8 + 3_000 * stage.chance().nextDouble();
            long begin = stage.lookup(client, usual, stage.at(second));
            Host server = stage.net().remote(usual.addresses().getFirst());
            calls.call(client, server, new Call(usual.text(), HTTPS, 4_000, 20_000, true), begin);
        }
    }

    /** Row 17: what a host sends every night. */
    public static Family backup() {
        return Family.benign("17-backup", "the same amount every night to where it always goes", stage -> {
            stage.scene().cutLongFramesAfter(WHOLE);
            Host client = stage.net().local();
            Calls calls = new Calls(stage);
            Name store = stage.net().name(2);
            int nights = stage.whole("nights", 3, 4);
            int megabytes = stage.whole("megabytes", 18, 24);
            for (int i = 0; i < nights; i++) {
                double second = i * DAY + 7_200 + 120 * stage.chance().nextDouble();
                long begin = stage.lookup(client, store, stage.at(second));
                int bytes = (int) (megabytes * MEGABYTE * stage.chance().nextDouble(0.9, 1.1));
                Host server = stage.net().remote(store.addresses().getFirst());
                upload(stage, calls, client, server, store.text(), begin, bytes);
            }
            stage.actor(client).allow("beacon");
            Background.play(stage, nights * DAY, client);
        });
    }

    private static void upload(Stage stage, Calls calls, Host client, Host server, String name, long at, int bytes) {
        TcpConnection connection = calls.opened(client, server, new Call(name, HTTPS, 0, 0, false), at);
        byte[] piece = Tls.sealed(stage.chance(), PIECE);
        for (int sent = 0; sent < bytes; sent += PIECE) {
            connection.ask(piece);
            connection.answer(Tls.sealed(stage.chance(), 60)).received();
        }
        connection.close();
    }

    /** Row 18. */
    public static Family call() {
        return Family.benign("18-video-call", "a call: datagrams both ways for a while", stage -> {
            Host client = stage.net().local();
            Host server = stage.net().remote();
            double seconds = stage.number("seconds", 60, 200);
            int port = (int) stage.oneOf("port", 3_478, 8_801, 19_305);
            Loose.Way way = Loose.way(client, server, port);
            Loose loose = new Loose(stage.scene());
            Calls calls = new Calls(stage);
            for (int i = 0; i < seconds * 25; i++) {
                long at = stage.at(3 + i / 25.0);
                loose.datagram(way, media(calls, i, 120 + stage.chance().nextInt(200)), at);
                loose.datagram(way.back(), media(calls, i, 120 + stage.chance().nextInt(200)), at + 9_000_000);
            }
            stage.actor(client);
            Background.play(stage, 600, client);
        });
    }

    /** RTP (RFC 3550), version 2, a dynamic payload type. */
    private static byte[] media(Calls calls, int sequence, int size) {
        byte[] data = calls.bytes(size);
        data[0] = (byte) 0x80;
        data[1] = 96;
        data[2] = (byte) (sequence >>> 8);
        data[3] = (byte) sequence;
        for (int i = 8; i < 12; i++) {
            data[i] = (byte) (i * 37);
        }
        return data;
    }
}
