package io.wirecase.report.suppression;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirecase.core.suppression.Tripwires;
import io.wirecase.report.suppression.DraftReader.Fields;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tripwires of a rule: with their values, or to be set where the stored alerts are. */
final class TripwireReader {

    private static final Set<String> WIRES = Set.of("size", "status", "period", "peers");
    private static final Pattern OUTCOME = Pattern.compile("http:[1-9][0-9]{2}|dns:[0-9]{1,4}");
    private static final Pattern PEER = Pattern.compile("[^\\s\\p{C}]{1,253}");

    private final JsonNode wires;
    private final Fields faults;

    TripwireReader(JsonNode wires, Fields faults) {
        this.wires = wires;
        this.faults = faults;
        faults.only(wires, "tripwires.", WIRES, Set.of());
        for (String wire : WIRES) {
            if (asked(wire) && !wires.path(wire).isObject()) {
                faults.add("'tripwires." + wire + "' must be a JSON object.");
            }
        }
    }

    /** The tripwires with values, or null without any. */
    @Nullable
    Tripwires given() {
        Tripwires given = new Tripwires(size(), status(), period(), peers());
        return given.equals(new Tripwires(null, null, null, null)) ? null : given;
    }

    /** The tripwires without. */
    Draft.ToLearn toLearn() {
        JsonNode size = wires.path("size");
        boolean learnt = asked("size") && !size.has("maxBytes");
        if (learnt && !size.has("factor")) {
            faults.add("'tripwires.size' needs 'maxBytes', or a 'factor' of what was seen until now.");
        }
        return new Draft.ToLearn(
                learnt ? (Double) size.path("factor").asDouble() : null,
                asked("status") && !wires.path("status").has("expected"),
                asked("period")
                        && !wires.path("period").has("minSeconds")
                        && !wires.path("period").has("maxSeconds"),
                asked("peers") && !wires.path("peers").has("known"));
    }

    private boolean asked(String wire) {
        return !Fields.none(wires.path(wire));
    }

    private Tripwires.@Nullable Size size() {
        JsonNode size = wires.path("size");
        faults.only(size, "tripwires.size.", Set.of("maxBytes", "factor", "usualBytes"), Set.of());
        JsonNode factor = size.path("factor");
        boolean times = !Fields.none(factor);
        if (times && (!factor.isNumber() || !(factor.asDouble() >= 1) || factor.asDouble() > 1e6)) {
            faults.add("'tripwires.size.factor' must be a number from 1 to 1000000.");
        }
        if (!size.has("maxBytes")) {
            return null;
        }
        JsonNode usual = size.path("usualBytes");
        if (!whole(size.path("maxBytes")) || (!Fields.none(usual) && !whole(usual))) {
            faults.add("'tripwires.size.maxBytes' must be a whole number of bytes, 0 or more.");
        }
        if (times == Fields.none(usual)) {
            faults.add("'tripwires.size' takes 'maxBytes' or 'factor', not both.");
        }
        return new Tripwires.Size(
                size.path("maxBytes").asLong(),
                times ? (Double) factor.asDouble() : null,
                times ? (Long) usual.asLong() : null);
    }

    private static boolean whole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0;
    }

    private Tripwires.@Nullable Status status() {
        JsonNode status = wires.path("status");
        faults.only(status, "tripwires.status.", Set.of("expected"), Set.of());
        Set<String> expected = list(status, "status.expected", OUTCOME, Tripwires.MAX_OUTCOMES);
        return expected == null ? null : new Tripwires.Status(expected.stream().toList());
    }

    private Tripwires.@Nullable Period period() {
        JsonNode period = wires.path("period");
        faults.only(period, "tripwires.period.", Set.of("minSeconds", "maxSeconds"), Set.of());
        if (!period.has("minSeconds") && !period.has("maxSeconds")) {
            return null;
        }
        double least = period.path("minSeconds").asDouble(-1);
        double most = period.path("maxSeconds").asDouble(-1);
        if (!(least >= 0) || !(most >= least) || Double.isInfinite(most)) {
            faults.add("'tripwires.period' needs 'minSeconds' and 'maxSeconds', numbers from 0 up, the least first.");
        }
        return new Tripwires.Period(least, most);
    }

    private Tripwires.@Nullable Peers peers() {
        JsonNode peers = wires.path("peers");
        faults.only(peers, "tripwires.peers.", Set.of("known"), Set.of());
        Set<String> known = list(peers, "peers.known", PEER, Tripwires.MAX_PEERS);
        return known == null ? null : new Tripwires.Peers(known.stream().toList());
    }

    private @Nullable Set<String> list(JsonNode of, String name, Pattern entry, int most) {
        JsonNode values = of.path(name.substring(name.indexOf('.') + 1));
        if (values.isMissingNode()) {
            return null;
        }
        Set<String> read = new TreeSet<>();
        boolean right = values.isArray() && !values.isEmpty() && values.size() <= most;
        for (JsonNode value : values) {
            String text = value.asText().toLowerCase(Locale.ROOT);
            right &= value.isTextual() && entry.matcher(text).matches();
            read.add(text);
        }
        if (!right) {
            faults.add("'tripwires." + name + "' must be a list of 1 to " + most + " entries, such as "
                    + (entry == OUTCOME ? "http:204 or dns:0." : "www.example.org or 192.0.2.7."));
        }
        return read;
    }
}
