package io.wirecase.report.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.net.IpAddress;
import io.wirecase.report.input.ReportScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a report is asked about, and says everything that is wrong with it at once. */
final class ScopeReader {

    private static final Set<String> MEMBERS = Set.of("since", "until", "minScore", "captures", "hosts");
    private static final int HIGHEST_SCORE = 500;
    private static final int MOST_ENTRIES = 10_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final JsonNode body;
    private final List<String> faults = new ArrayList<>();

    private ScopeReader(JsonNode body) {
        this.body = body;
    }

    /** What reading gave. */
    sealed interface Result {}

    /** A scope. */
    record Read(ReportScope scope) implements Result {}

    /** What is wrong, a sentence each. */
    record Refused(List<String> faults) implements Result {}

    static Result read(JsonNode body) {
        return new ScopeReader(body).read();
    }

    private Result read() {
        if (!body.isObject()) {
            return new Refused(List.of("The body must be a JSON object."));
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                faults.add("There is no member '" + name.replaceAll("[^A-Za-z0-9_.-]", "?") + "'.");
            }
        });
        Long since = time("since");
        Long until = time("until");
        if (since != null && until != null && since >= until) {
            faults.add("'since' must be before 'until'.");
        }
        ReportScope scope = new ReportScope(
                since,
                until,
                score(),
                list("hosts", "an IP address", IpAddress::parse),
                list("captures", "a capture id", ScopeReader::uuid));
        return faults.isEmpty() ? new Read(scope) : new Refused(faults);
    }

    private @Nullable Long time(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(value.asText()).toInstant();
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), (long) instant.getNano());
        } catch (DateTimeException | ArithmeticException notATime) {
            faults.add("'" + name + "' must be a time with its zone (RFC 3339), such as 2025-03-01T08:00:00Z.");
            return null;
        }
    }

    private int score() {
        JsonNode value = body.path("minScore");
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.canConvertToInt()
                || !value.isIntegralNumber()
                || value.asInt() < 0
                || value.asInt() > HIGHEST_SCORE) {
            faults.add("'minScore' must be a whole number from 0 to " + HIGHEST_SCORE + ".");
            return 0;
        }
        return value.asInt();
    }

    private <T> List<T> list(String name, String what, Function<String, Optional<T>> parser) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_ENTRIES) {
            faults.add("'" + name + "' must be a list of at most " + MOST_ENTRIES + " entries.");
            return List.of();
        }
        Set<T> entries = new LinkedHashSet<>();
        for (int i = 0; i < value.size(); i++) {
            Optional<T> entry =
                    value.get(i).isTextual() ? parser.apply(value.get(i).asText()) : Optional.empty();
            entry.ifPresent(entries::add);
            if (entry.isEmpty()) {
                faults.add("'" + name + "', entry " + (i + 1) + ", is not " + what + ".");
            }
        }
        return List.copyOf(entries);
    }

    static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException not) {
            return Optional.empty();
        }
    }
}
