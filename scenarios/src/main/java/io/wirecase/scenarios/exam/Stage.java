package io.wirecase.scenarios.exam;

import io.wirecase.scenarios.conversation.Datagrams;
import io.wirecase.scenarios.conversation.Datagrams.Name;
import io.wirecase.scenarios.conversation.Host;
import io.wirecase.scenarios.conversation.Scene;
import io.wirecase.scenarios.exam.Label.Expected;
import io.wirecase.scenarios.exam.Label.Rhythm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Where one instance is put together: its hosts, its chance, and what is true of it. Made anew for every instance. */
public final class Stage {
    private final Scene scene;
    private final SplittableRandom chance;
    private final SplittableRandom noise;
    private final Net net;
    private final Datagrams datagrams;
    private final Map<String, Double> fixed;
    private final Map<String, String> parameters = new TreeMap<>();
    private final List<Expected> expected = new ArrayList<>();
    private final Set<String> allowed = new HashSet<>();
    private final List<Rhythm> rhythms = new ArrayList<>();
    private String actor = "";
    private double first = Double.POSITIVE_INFINITY;
    private double last;
    private double span;
    private int events;

    /**
     * An empty stage.
     *
     * @param fixed parameters that are given, not drawn
     */
    public Stage(Scene scene, Map<String, Double> fixed) {
        this.scene = scene;
        this.fixed = Map.copyOf(fixed);
        this.chance = scene.chance("actor");
        this.noise = scene.chance("noise");
        this.net = new Net(scene.chance("net"));
        this.datagrams = new Datagrams(scene, scene.chance("actor datagrams"));
    }

    /** Where frames go. */
    public Scene scene() {
        return scene;
    }

    /** The actor's chance. */
    public SplittableRandom chance() {
        return chance;
    }

    /** Hosts and names. */
    public Net net() {
        return net;
    }

    /** The actor's small exchanges. */
    public Datagrams datagrams() {
        return datagrams;
    }

    /** A whole number from the first to the last, drawn or given, and noted. */
    public int whole(String parameter, int from, int to) {
        int drawn = from + chance.nextInt(to - from + 1);
        int value = (int) Math.round(fixed.getOrDefault(parameter, (double) drawn));
        parameters.put(parameter, Integer.toString(value));
        return value;
    }

    /** A number between two, drawn or given, and noted. */
    public double number(String parameter, double from, double to) {
        double drawn = from + (to - from) * chance.nextDouble();
        double value = fixed.getOrDefault(parameter, drawn);
        parameters.put(parameter, String.format(Locale.ROOT, "%.3f", value));
        return value;
    }

    /** One of these numbers, drawn or given, and noted. */
    public double oneOf(String parameter, double... values) {
        double drawn = values[chance.nextInt(values.length)];
        double value = fixed.getOrDefault(parameter, drawn);
        parameters.put(parameter, String.format(Locale.ROOT, "%s", value));
        return value;
    }

    /** One of these words, drawn and noted. */
    public String word(String parameter, String... words) {
        String value = words[chance.nextInt(words.length)];
        parameters.put(parameter, value);
        return value;
    }

    /** Notes a parameter that was drawn elsewhere. */
    public void note(String parameter, String value) {
        parameters.put(parameter, value);
    }

    /**
     * The offset at which something planned for a second happens: up to 50 ms early or late, as clocks and schedulers
     * are; noted as something the actor did.
     */
    public long at(double second) {
        double real = Math.max(0, second + (noise.nextDouble() - 0.5) / 10);
        first = Math.min(first, real);
        last = Math.max(last, real);
        events++;
        return Scene.seconds(real);
    }

    /** Who it is about. */
    public Stage actor(Host host) {
        actor = text(host);
        return this;
    }

    /** An alert of one of these kinds must name one of these hosts. */
    public Stage expect(List<Host> hosts, String... codes) {
        return expect("", hosts, codes);
    }

    /** An alert of one of these kinds, with this technique, must name one of these hosts. */
    public Stage expect(String technique, List<Host> hosts, String... codes) {
        Set<String> addresses = new HashSet<>();
        hosts.forEach(host -> addresses.add(text(host)));
        expected.add(new Expected(List.of(codes), addresses, technique));
        return this;
    }

    /** Kinds that are neither asked for nor wrong. */
    public Stage allow(String... codes) {
        allowed.addAll(List.of(codes));
        return this;
    }

    /** A series whose timing is known. */
    public Stage rhythm(Rhythm rhythm) {
        rhythms.add(rhythm);
        return this;
    }

    /** A client looks a name up at the router; returns the offset just after the answer. */
    public long lookup(Host client, Name name, long at) {
        return datagrams.lookup(client, net.router(), name, at);
    }

    /** An address as text, as alerts have it (RFC 5952). */
    public static String text(Host host) {
        return host.address().getHostAddress().replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }

    /** What is true of what was played. */
    public Label label() {
        return new Label(
                parameters,
                expected,
                allowed,
                rhythms,
                actor,
                events == 0 ? 0 : first,
                last,
                events,
                net.locals(),
                Math.max(span, last));
    }

    /** What goes on around it lasts so long, in seconds. */
    void lasts(double seconds) {
        span = Math.max(span, seconds);
    }

    /** When the actor's last event was, in seconds. */
    public double lastSecond() {
        return last;
    }
}
