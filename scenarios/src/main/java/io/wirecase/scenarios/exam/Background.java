package io.wirecase.scenarios.exam;

import io.wirecase.scenarios.conversation.Browsing;
import io.wirecase.scenarios.conversation.Browsing.Visit;
import io.wirecase.scenarios.conversation.Datagrams;
import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What goes on around every instance: people browse in clusters, clocks are set, neighbours are found. It begins before
 * the capture does, so that some conversations are seen from their middle only.
 */
public final class Background {
    private static final double BEFORE = 20;
    private static final int SITES = 7;
    private static final double BETWEEN_CLOCKS = 1_024;

    private final Net net;
    private final SplittableRandom chance;
    private final Datagrams datagrams;
    private final Browsing browsing;
    private final List<Name> sites = new ArrayList<>();
    private final double span;

    private Background(Stage stage, double span) {
        this.net = stage.net();
        this.span = span;
        this.chance = stage.scene().chance("background");
        this.datagrams = new Datagrams(stage.scene(), stage.scene().chance("background datagrams"));
        this.browsing = new Browsing(stage.scene(), stage.scene().chance("background browsing"));
        for (int i = 0; i < SITES; i++) {
            sites.add(net.name(1 + chance.nextInt(3)));
        }
    }

    /**
     * Plays it for a span in seconds.
     *
     * @param also hosts of the instance that do ordinary things as well
     */
    public static void play(Stage stage, double span, Host... also) {
        Background background = new Background(stage, span);
        stage.lasts(span);
        List<Host> people = new ArrayList<>(List.of(also));
        int others = 2 + background.chance.nextInt(2);
        for (int i = 0; i < others; i++) {
            people.add(background.net.local());
        }
        people.forEach(background::person);
        background.clock(people.getLast());
    }

    private void person(Host host) {
        int clusters = 2 + chance.nextInt(3);
        for (int i = 0; i < clusters; i++) {
            double second = -BEFORE + (span + BEFORE) * chance.nextDouble();
            datagrams.neighbour(host, net.router(), Scene.seconds(second));
            int pages = 1 + chance.nextInt(3);
            for (int page = 0; page < pages && second < span; page++) {
                page(host, sites.get(chance.nextInt(SITES)), Scene.seconds(second));
                second += 3 + 30 * chance.nextDouble();
            }
        }
    }

    private void page(Host host, Name site, long at) {
        long answered = datagrams.lookup(host, net.router(), site, at);
        Host server =
                net.remote(site.addresses().get(chance.nextInt(site.addresses().size())));
        int connections = 1 + chance.nextInt(4);
        for (int i = 0; i < connections; i++) {
            long begin = answered + Scene.seconds(i * 0.4 * chance.nextDouble());
            int bytes = 600 + (int) (5_000 * Math.pow(chance.nextDouble(), 3));
            browsing.secure(
                    host, server, new Visit(site.text(), begin, host.stack().synWindow(), bytes));
        }
    }

    /** A clock that is set: 32 s at first, doubling to 1024 s. */
    private void clock(Host host) {
        Name time = net.name(1);
        Host server = net.remote(time.addresses().getFirst());
        double second = 30 * chance.nextDouble();
        datagrams.lookup(host, net.router(), time, Scene.seconds(second));
        for (double gap = 32; second < span; gap = Math.min(gap * 2, BETWEEN_CLOCKS)) {
            datagrams.time(host, server, Scene.seconds(second + 0.1));
            second += gap + chance.nextDouble();
        }
    }
}
