package io.wirecase.scenarios.exam.browse;

import io.wirecase.scenarios.conversation.Browsing;
import io.wirecase.scenarios.conversation.Browsing.Visit;
import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.exam.Background;
import io.wirecase.scenarios.exam.Calls;
import io.wirecase.scenarios.exam.Calls.Call;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.Stage;
import io.wirecase.scenarios.packet.Stack;
import java.util.ArrayList;
import java.util.List;

/** Browsers that open many connections at once. */
public final class Pages {
    private static final int HTTPS = 443;
    private static final int SERVERS = 40;
    private static final int SYNS = 129;

    private Pages() {}

    /** Row 8: not one alert is right. */
    public static Family burst() {
        return Family.benign(
                "08-browsing-burst", "a start page: 129 connections in a minute, nearly all answered", stage -> {
                    Host client = stage.net().local(stage.chance().nextBoolean() ? Stack.WINDOWS : Stack.APPLE);
                    Browsing browsing =
                            new Browsing(stage.scene(), stage.chance().split());
                    Calls calls = new Calls(stage);
                    List<Name> names = names(stage, SERVERS);
                    int failures = stage.whole("failures", 2, 4);
                    for (int i = 0; i < SYNS; i++) {
                        Name name = names.get(i % SERVERS);
                        double second = 3
                                + (i < 15
                                        ? 0.05 * i
                                        : 56.0 * i / SYNS + stage.chance().nextDouble());
                        long begin = i < SERVERS ? stage.lookup(client, name, stage.at(second)) : stage.at(second);
                        Host server = stage.net().remote(name.addresses().getFirst());
                        if (i >= SYNS - failures) {
                            calls.connection(client, server, HTTPS, begin).unanswered(1);
                        } else {
                            visit(stage, browsing, client, server, name, begin);
                        }
                    }
                    stage.actor(client);
                    Background.play(stage, 300);
                });
    }

    private static void visit(Stage stage, Browsing browsing, Host client, Host server, Name name, long begin) {
        int bytes = 900 + stage.chance().nextInt(6_000);
        browsing.secure(
                client, server, new Visit(name.text(), begin, client.stack().synWindow(), bytes));
    }

    /** Row 9. */
    public static Family deadNames() {
        return Family.benign("09-dead-advertisers", "the same with advertisers' servers that are gone", stage -> {
            Host client = stage.net().local();
            Browsing browsing = new Browsing(stage.scene(), stage.chance().split());
            Calls calls = new Calls(stage);
            List<Name> names = names(stage, 32);
            List<Name> dead = names(stage, 8);
            int failures = stage.whole("failures", 15, 22);
            String how = stage.word("how", "refused", "silent");
            for (int i = 0; i < SYNS; i++) {
                boolean gone = i % 6 == 5 && i / 6 < failures;
                Name name = gone ? dead.get(i / 6 % 8) : names.get(i % 32);
                double second = 3 + 56.0 * i / SYNS + stage.chance().nextDouble();
                long begin = stage.lookup(client, name, stage.at(second));
                Host server = stage.net().remote(name.addresses().getFirst());
                if (!gone) {
                    visit(stage, browsing, client, server, name, begin);
                } else if (how.equals("refused")) {
                    calls.connection(client, server, HTTPS, begin)
                            .refused(client.stack().synWindow());
                } else {
                    calls.connection(client, server, HTTPS, begin).unanswered(2);
                }
            }
            stage.actor(client).allow("refused_retry");
            Background.play(stage, 300);
        });
    }

    /** Row 11. */
    public static Family office() {
        return Family.benign(
                "11-office-behind-one-address", "thirty people behind one address open their tabs", stage -> {
                    Host nat = stage.net().local();
                    Calls calls = new Calls(stage);
                    List<Name> names = names(stage, 120);
                    int connections = stage.whole("connections", 250, 400);
                    for (int i = 0; i < connections; i++) {
                        Name name =
                                names.get((int) (120 * Math.pow(stage.chance().nextDouble(), 2)));
                        double second = 3 + 57 * stage.chance().nextDouble();
                        long begin = stage.lookup(nat, name, stage.at(second));
                        Host server = stage.net().remote(name.addresses().getFirst());
                        if (stage.chance().nextInt(40) == 0) {
                            calls.connection(nat, server, HTTPS, begin).unanswered(2);
                        } else {
                            calls.call(nat, server, new Call(name.text(), HTTPS, 400, 1_000, true), begin);
                        }
                    }
                    stage.actor(nat);
                    Background.play(stage, 300);
                });
    }

    /** A whole day of one host and its neighbours, with a check, a clock and an agent: what false alerts count over. */
    public static Family day() {
        return Family.benign(
                "77-ordinary-day", "a day of an office: people browse, a job runs, a mail program polls", stage -> {
                    List<Host> people = stage.net().locals(3);
                    Calls calls = new Calls(stage);
                    for (Host host : people) {
                        Name mail = stage.net().name(2);
                        double every = stage.chance().nextDouble(240, 900);
                        for (double second = 28_000;
                                second < 64_000;
                                second += every * stage.chance().nextDouble(0.9, 1.1)) {
                            Host server = stage.net().remote(mail.addresses().getFirst());
                            calls.call(host, server, new Call(mail.text(), 993, 150, 300, false), stage.at(second));
                        }
                        List<Name> names = names(stage, 12);
                        for (int i = 0; i < 40; i++) {
                            Name name = names.get(stage.chance().nextInt(12));
                            double second = 29_000 + 34_000 * stage.chance().nextDouble();
                            long begin = stage.lookup(host, name, stage.at(second));
                            Host server = stage.net().remote(name.addresses().getFirst());
                            int bytes = 500 + stage.chance().nextInt(4_000);
                            calls.call(host, server, new Call(name.text(), HTTPS, 500, bytes, true), begin);
                        }
                    }
                    stage.actor(people.getFirst()).allow("beacon");
                    Background.play(stage, 86_400, people.toArray(Host[]::new));
                });
    }

    private static List<Name> names(Stage stage, int count) {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(stage.net().name(1));
        }
        return names;
    }
}
