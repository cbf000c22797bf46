package io.wirecase.scenarios.exam;

import io.wirecase.scenarios.conversation.Host;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is true of one instance.
 *
 * @param parameters what was drawn, by name
 * @param expected kinds of alert that must appear
 * @param allowed kinds that are neither asked for nor wrong here
 * @param rhythms series of exchanges whose timing is known
 * @param actor the host it is about, as text
 * @param firstSecond when the actor began, in seconds from the capture's start
 * @param lastSecond when it ended
 * @param events what it did, in exchanges, probes or packets as fits
 * @param hosts internal hosts in the capture
 * @param spanSeconds how long the capture is
 */
public record Label(
        Map<String, String> parameters,
        List<Expected> expected,
        Set<String> allowed,
        List<Rhythm> rhythms,
        String actor,
        double firstSecond,
        double lastSecond,
        int events,
        int hosts,
        double spanSeconds) {

    /** Kinds that state a fact and accuse nobody: never wrong by themselves, whatever the traffic. */
    public static final Set<String> STATEMENTS =
            Set.of("volume_outlier", "minute_outlier", "long_connection", "rare_destination", "periodicity_changed");

    /** Keeps its own copies. */
    public Label {
        parameters = Map.copyOf(parameters);
        expected = List.copyOf(expected);
        allowed = Set.copyOf(allowed);
        rhythms = List.copyOf(rhythms);
    }

    /**
     * An alert that must appear.
     *
     * @param codes any of these kinds, or findings of a flow, is right; the first is the one counted
     * @param hosts it must name one of these addresses as its host or its peer
     * @param technique the technique it must name, or empty where none is asked for
     */
    public record Expected(List<String> codes, Set<String> hosts, String technique) {
        /** Keeps its own copies. */
        public Expected {
            codes = List.copyOf(codes);
            hosts = Set.copyOf(hosts);
        }
    }

    /**
     * A series of exchanges whose timing is known.
     *
     * @param originator who begins each
     * @param responders where they go
     * @param port the responders' port
     * @param periodic whether it has a period
     * @param period that period in seconds; 0 where there is none
     * @param mean mean seconds from beat to beat as they came; 0 where there is no period
     * @param jitter how far each interval may be from it, as a share of it
     * @param missed share of beats that did not happen
     * @param events exchanges that did
     */
    public record Rhythm(
            String originator,
            Set<String> responders,
            int port,
            boolean periodic,
            double period,
            double mean,
            double jitter,
            double missed,
            int events) {
        /** Keeps its own copy. */
        public Rhythm {
            responders = Set.copyOf(responders);
        }

        /** The series of a client's exchanges with servers at these addresses. */
        public static Rhythm of(Host originator, List<InetAddress> responders, int port, Beats beats) {
            Set<String> addresses = new HashSet<>();
            responders.forEach(address -> addresses.add(address.getHostAddress()));
            return new Rhythm(
                    Stage.text(originator),
                    addresses,
                    port,
                    beats.period() > 0,
                    beats.period(),
                    beats.mean(),
                    beats.jitter(),
                    beats.missed(),
                    beats.seconds().size());
        }
    }
}
