package io.wirecase.core.suppression;

import io.wirecase.core.flow.Flow;
import io.wirecase.core.intel.Networks;
import io.wirecase.core.net.IpAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A rule, ready to be compared with many alerts. */
final class Rule {

    private static final String BELOW = "*.";

    private final Suppression told;
    private final @Nullable Predicate<IpAddress> source;
    private final @Nullable Predicate<IpAddress> destination;
    private final @Nullable Predicate<String> name;
    private final @Nullable Instant expires;

    /** @throws IllegalArgumentException when the rule cannot be applied */
    Rule(Suppression told) {
        this.told = told;
        Suppression.Match match = told.match();
        source = network(match.source());
        destination = network(match.destination());
        name = match.name() == null ? null : name(FlowNames.plain(match.name()));
        try {
            expires = told.expires() == null ? null : Instant.parse(told.expires());
        } catch (DateTimeException bad) {
            throw new IllegalArgumentException("not a time: " + told.expires(), bad);
        }
    }

    Suppression told() {
        return told;
    }

    boolean inForce(Instant now) {
        return expires == null || now.isBefore(expires);
    }

    /** The codes of the alert's findings that the rule covers; empty when it does not cover the alert. */
    List<String> covered(Scene scene) {
        Suppression.Match match = told.match();
        String sensor = match.sensor();
        String application = match.application();
        boolean covers = (match.site() == null
                        || match.site().equals(scene.alert().site()))
                && (source == null || scene.from(source))
                && (destination == null || scene.to(destination))
                && (match.port() == null || scene.port(match.port()))
                && (sensor == null
                        || scene.shown(flow -> sensor.equals(flow.origin().sensor())))
                && (application == null || scene.all(flow -> carries(flow, application)))
                && (name == null || scene.all(this::named));
        return covers
                ? scene.codes().stream()
                        .filter(code -> match.code() == null || code.equals(match.code()))
                        .toList()
                : List.of();
    }

    private boolean named(Flow flow) {
        List<String> names = FlowNames.of(flow);
        return name != null
                && !names.isEmpty()
                && FlowNames.allKept(flow)
                && names.stream().allMatch(name);
    }

    private static boolean carries(Flow flow, String application) {
        return flow.application().name().equalsIgnoreCase(application)
                || flow.application().stack().stream().anyMatch(application::equalsIgnoreCase);
    }

    private static Predicate<String> name(String wanted) {
        if (!wanted.startsWith(BELOW)) {
            return wanted::equals;
        }
        String domain = wanted.substring(BELOW.length());
        return has -> has.equals(domain) || has.endsWith("." + domain);
    }

    private static @Nullable Predicate<IpAddress> network(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<Networks.Prefix> prefixes =
                Networks.parse(text.toLowerCase(Locale.ROOT)).prefixes();
        if (prefixes.size() != 1) {
            throw new IllegalArgumentException("not one network: " + text);
        }
        return prefixes.getFirst()::contains;
    }
}
