package io.wirecase.report.wording;

import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each odd feature of a pattern does and does not mean, from what was measured beside it. */
final class OddFeatures {

    /** One reading for each finding that has one, in the order a reader meets them. */
    private static final Map<String, Function<PatternCase, Reading>> CATALOG = Map.of(
            "http_suspicious_user_agent", OddFeatures::userAgent,
            "http_obsolete_server", OddFeatures::banner,
            "known_protocol_on_non_standard_port", OddFeatures::port,
            "tcp_issues", OddFeatures::resets,
            "unidirectional_traffic", OddFeatures::oneSided,
            "numeric_ip_host", OddFeatures::numericHost);

    private OddFeatures() {}

    static List<Reading> of(PatternCase c) {
        List<Reading> readings = new ArrayList<>();
        if (!c.pattern().key().isBehaviour()) {
            c.pattern().codes().keySet().stream()
                    .flatMap(code -> Optional.ofNullable(CATALOG.get(code)).stream())
                    .map(reading -> reading.apply(c))
                    .forEach(readings::add);
        }
        return readings;
    }

    private static Reading userAgent(PatternCase c) {
        List<Prose> points = new ArrayList<>();
        Exchanges exchanges = c.measured().exchanges();
        boolean known = exchanges != null && exchanges.whole() > 0;
        boolean missing = c.measured().http().withoutUserAgent() > 0;
        if (known && missing) {
            points.add(c.facts()
                    .say("{service} sends none: that it is missing is part of the exchange, not concealment."));
        } else if (missing) {
            points.add(c.facts()
                    .say("Programs that are no browsers often send none; alone it separates no explanation of pattern"
                            + " {number} from another."));
        } else {
            points.add(c.facts().say("What {host} sends there is odd, and any program may write anything into it."));
        }
        return new Reading(Write.words("The missing or odd User-Agent"), points);
    }

    private static Reading banner(PatternCase c) {
        return new Reading(
                Write.words("The old version in the server's banner"),
                List.of(
                        c.facts()
                                .say("The server answers for it: nothing on the client's side of pattern"
                                        + " {number} is old"
                                        + " because of it."),
                        c.facts()
                                .say("Distributions mend old versions without changing the number, so the number alone"
                                        + " names no weakness of pattern {number}.")));
    }

    private static Reading port(PatternCase c) {
        List<Prose> points = new ArrayList<>();
        points.add(c.facts()
                .say("The port named is where the protocol normally lives; in pattern {number} it was met elsewhere."));
        boolean tunnelled = c.measured().flows().stream()
                .anyMatch(f -> f.application().carrier().equals("HTTP_Connect"));
        if (tunnelled) {
            points.add(c.facts()
                    .say("An HTTP CONNECT was seen: what follows inside is the client's talk with the name it"
                            + " asked for,"
                            + " not with whoever owns the address."));
        }
        return new Reading(Write.words("A protocol on a port that is not its own"), points);
    }

    private static Reading resets(PatternCase c) {
        List<Prose> points = new ArrayList<>();
        if (c.facts().counts("clientResets") > 0) {
            points.add(c.facts()
                    .say(
                            c.measured().count(Outcome.ANSWERED) > 0
                                    ? "{host} itself reset {clientResets|connection|connections} of pattern"
                                            + " {number} while"
                                            + " {answered} went on: so does a client that tries several"
                                            + " addresses of one name and"
                                            + " keeps the fastest. It hides nothing."
                                    : "{host} itself reset {clientResets|connection|connections} of pattern"
                                            + " {number} before"
                                            + " anything was said."));
        }
        if (c.measured().count(Outcome.REFUSED) > 0) {
            points.add(c.facts()
                    .say(
                            c.measured().count(Outcome.ANSWERED) > 0
                                    ? "{refused|attempt was|attempts were} refused by the other end and"
                                            + " {answered} answered: the"
                                            + " service of pattern {number} is there, and not always."
                                    : "{refused|attempt was|attempts were} refused by the other end: in pattern"
                                            + " {number} nothing"
                                            + " listens there, or something forbids it."));
        }
        if (points.isEmpty()) {
            points.add(
                    c.facts().say("None of the {flows|flow|flows} of pattern {number} was refused before it opened."));
        }
        return new Reading(Write.words("Connections that were reset or refused"), points);
    }

    private static Reading oneSided(PatternCase c) {
        return new Reading(
                Write.words("Traffic one way only"),
                List.of(c.facts()
                        .say("{silent|flow|flows} of pattern {number} {silent?shows|show} no answer: nobody"
                                + " answered, or"
                                + " the capture does not hold what came back.")));
    }

    private static Reading numericHost(PatternCase c) {
        return new Reading(
                Write.words("A server named by its address"),
                List.of(c.facts()
                        .say("Requests of pattern {number} name the server by address, as devices set up by hand do; no"
                                + " name had to be looked up.")));
    }
}
