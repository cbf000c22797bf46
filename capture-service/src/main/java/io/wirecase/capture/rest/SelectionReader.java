package io.wirecase.capture.rest;

import io.wirecase.capture.evidence.Selection;
import io.wirecase.core.net.IpAddress;
import io.wirecase.platform.problem.Problem;
import io.wirecase.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads which packets are asked for, and tells all that is wrong at once. */
final class SelectionReader {

    /** The most flows in one request: their ids still fit into one address. */
    static final int MOST_FLOWS = 1_000;

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final Set<String> KNOWN = Set.of("flow", "host", "from", "to", "revision");
    private static final Set<String> CLAIMS = Set.of("report", "claim");
    private static final long NANOS_OF_SECOND = 1_000_000_000L;

    private final List<String> faults = new ArrayList<>();

    private SelectionReader() {}

    static Selection read(List<String> flows, @Nullable String host, @Nullable String from, @Nullable String to) {
        SelectionReader reader = new SelectionReader();
        Set<UUID> ids = reader.flows(flows);
        IpAddress address = reader.host(host);
        long start = reader.time("from", from, Long.MIN_VALUE);
        long end = reader.time("to", to, Long.MAX_VALUE);
        refuse(reader.faults);
        if (start >= end) {
            throw new ProblemException(Problem.of(
                    UNPROCESSABLE,
                    "empty-span",
                    "No packet can lie in this time span.",
                    "'from' is the earliest time and 'to' the end, which is not part of it: 'to' has to be later."));
        }
        return new Selection(ids, address, start, end);
    }

    /** Refuses a parameter that narrows nothing here: all packets would go to somebody who asked for a few. */
    static void refuseStrangers(Set<String> names) {
        List<String> strangers = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            if (CLAIMS.contains(name)) {
                strangers.add("'" + name + "' is understood by the front door alone: ask there.");
            } else if (!KNOWN.contains(name)) {
                strangers.add("There is no parameter '" + name.replaceAll("[^A-Za-z0-9_.-]", "?") + "'.");
            }
        }
        refuse(strangers);
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(
                            BAD_REQUEST,
                            "bad-request",
                            "The request is not right.",
                            "Each fault is listed in 'errors'.")
                    .with(faults));
        }
    }

    static Optional<Integer> revision(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            refuse(List.of("'revision' must be a whole number from 1."));
        }
        return Optional.of(Integer.valueOf(text));
    }

    private Set<UUID> flows(List<String> texts) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (String text : texts) {
            Labels.id(text)
                    .ifPresentOrElse(ids::add, () -> faults.add("'flow' must be a flow's id, as in the flows export."));
        }
        if (ids.size() > MOST_FLOWS) {
            faults.add("At most " + MOST_FLOWS + " flows are cut at once; ask in parts, or by host and time.");
        }
        return ids;
    }

    private @Nullable IpAddress host(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Optional<IpAddress> address = IpAddress.parse(text);
        if (address.isEmpty()) {
            faults.add("'host' must be an IPv4 or IPv6 address.");
        }
        return address.orElse(null);
    }

    private long time(String name, @Nullable String text, long otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), NANOS_OF_SECOND), (long) instant.getNano());
        } catch (DateTimeException | ArithmeticException notATime) {
            faults.add("'" + name + "' must be a time such as 2026-03-02T08:00:00.5Z (RFC 3339, with its zone).");
            return otherwise;
        }
    }
}
