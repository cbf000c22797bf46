package io.wirecase.report.suppression;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.suppression.Tripwires;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rule as somebody asks for it, and says everything that is wrong with it at once. */
public final class DraftReader {

    private static final Set<String> MEMBERS = Set.of("match", "reason", "owner", "expires", "tripwires");
    /** Members of an answer that a reader may send back with a change; they are ours to set. */
    private static final Set<String> OURS = Set.of("id", "revision", "created", "updated");

    private static final Set<String> FIELDS =
            Set.of("source", "destination", "name", "application", "port", "code", "site", "sensor");
    private static final Pattern NAME = Pattern.compile("(?:\\*\\.)?[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.?");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_NAME = 253;
    private static final int HIGHEST_PORT = 65_535;

    private final JsonNode body;
    private final Instant now;
    private final Optional<Duration> maxAge;
    private final Fields faults = new Fields();

    private DraftReader(JsonNode body, Instant now, Optional<Duration> maxAge) {
        this.body = body;
        this.now = now;
        this.maxAge = maxAge;
    }

    /** What reading gave. */
    public sealed interface Result {}

    /** A rule. */
    public record Read(Draft draft) implements Result {}

    /** What is wrong, a sentence each. */
    public record Refused(List<String> faults) implements Result {

        /** Keeps its own copy of the list. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Reads a rule.
     *
     * @param now when it is asked for
     * @param maxAge how long a rule may be in force, or empty for ever
     */
    public static Result read(JsonNode body, Instant now, Optional<Duration> maxAge) {
        return new DraftReader(body, now, maxAge).read();
    }

    private Result read() {
        if (!body.isObject()) {
            return new Refused(List.of("The body must be a JSON object."));
        }
        faults.only(body, "", MEMBERS, OURS);
        JsonNode match = faults.object(body, "match");
        faults.only(match, "match.", FIELDS, Set.of());
        Suppression.Match read = new Suppression.Match(
                network(match, "source"),
                network(match, "destination"),
                name(match),
                faults.text(match, "match.", "application", LONGEST_WORD),
                port(match),
                code(match),
                faults.text(match, "match.", "site", LONGEST_NAME),
                faults.text(match, "match.", "sensor", LONGEST_NAME));
        String reason = faults.required(body, "reason", LONGEST_REASON);
        String owner = faults.required(body, "owner", LONGEST_WORD);
        String expires = expires();
        TripwireReader wires = new TripwireReader(faults.object(body, "tripwires"), faults);
        Tripwires given = wires.given();
        Draft draft = new Draft(read, reason, owner, expires, given, wires.toLearn());
        return faults.all().isEmpty() ? new Read(draft) : new Refused(faults.all());
    }

    private @Nullable String expires() {
        String text = faults.text(body, "", "expires", LONGEST_WORD);
        if (text == null) {
            maxAge.ifPresent(age -> faults.add(
                    "'expires' is required: a rule may be in force for " + age.toDays() + " days here (" + age + ")."));
            return null;
        }
        try {
            Instant end = OffsetDateTime.parse(text).toInstant();
            if (!end.isAfter(now)) {
                faults.add("'expires' must be in the future.");
            }
            maxAge.filter(age -> end.isAfter(now.plus(age)))
                    .ifPresent(age -> faults.add("'expires' must be within " + age.toDays() + " days (" + age + ")."));
            return end.toString();
        } catch (DateTimeException notATime) {
            faults.add("'expires' must be a time with its zone (RFC 3339), such as 2027-01-31T00:00:00Z.");
            return null;
        }
    }

    private @Nullable String network(JsonNode match, String member) {
        String text = faults.text(match, "match.", member, LONGEST_WORD);
        if (text == null) {
            return null;
        }
        try {
            if (Networks.parse(text).prefixes().size() == 1) {
                return text.toLowerCase(Locale.ROOT);
            }
        } catch (IllegalArgumentException notANetwork) {
            // Said below, as for a list of several.
            return networkFault(member);
        }
        return networkFault(member);
    }

    private @Nullable String networkFault(String member) {
        faults.add("'match." + member + "' must be an address or a network, such as 192.0.2.7 or 2001:db8::/32.");
        return null;
    }

    private @Nullable String name(JsonNode match) {
        String text = faults.text(match, "match.", "name", LONGEST_NAME);
        if (text == null) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(lower).matches()) {
            faults.add("'match.name' must be a host name in ASCII, or *. before one for all names below it too.");
        }
        return lower;
    }

    private @Nullable Integer port(JsonNode match) {
        JsonNode value = match.path("port");
        if (Fields.none(value)) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.asInt() < 0
                || value.asInt() > HIGHEST_PORT) {
            faults.add("'match.port' must be a whole number from 0 to " + HIGHEST_PORT + ".");
        }
        return value.asInt();
    }

    private @Nullable String code(JsonNode match) {
        String text = faults.text(match, "match.", "code", LONGEST_WORD);
        if (text != null && !CODE.matcher(text).matches()) {
            faults.add("'match.code' must be a finding's code, such as http_suspicious_user_agent.");
        }
        return text;
    }

    /** Members of an object, and what is wrong with them. */
    static final class Fields {

        private final List<String> faults = new ArrayList<>();

        List<String> all() {
            return faults;
        }

        void add(String fault) {
            faults.add(fault);
        }

        static boolean none(JsonNode value) {
            return value.isMissingNode() || value.isNull();
        }

        void only(JsonNode object, String where, Set<String> known, Set<String> ignored) {
            object.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name) && !ignored.contains(name)) {
                    add("There is no member '" + where + name.replaceAll("[^A-Za-z0-9_.-]", "?") + "'.");
                }
            });
        }

        JsonNode object(JsonNode of, String member) {
            JsonNode value = of.path(member);
            if (!none(value) && !value.isObject()) {
                add("'" + member + "' must be a JSON object.");
            }
            return value;
        }

        String required(JsonNode of, String member, int longest) {
            String text = text(of, "", member, longest);
            if (text == null) {
                add("'" + member + "' is required.");
            }
            return text == null ? "" : text;
        }

        @Nullable
        String text(JsonNode of, String where, String member, int longest) {
            JsonNode value = of.path(member);
            if (none(value)) {
                return null;
            }
            String text = value.asText().strip();
            boolean plain = text.chars()
                    .noneMatch(c -> Character.isISOControl(c)
                            || Character.isSurrogate((char) c)
                            || Character.getType(c) == Character.FORMAT);
            if (!value.isTextual() || text.isEmpty() || text.length() > longest || !plain) {
                add("'" + where + member + "' must be a text of 1 to " + longest
                        + " characters without control characters.");
                return null;
            }
            return text;
        }
    }
}
