package io.wirecase.detection.risk.name;

import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.HostNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A name that no person gave: the label that somebody registered reads as random, as of malware that makes names up day
 * by day; or a long label below it does or switches between letters and digits as encoded data do.
 */
final class GeneratedName {

    /** Below it a label is too short to tell from a word cut short. */
    private static final int SHORTEST = 10;

    /** Labels below a registered domain are often made by machines; only long ones tell. */
    private static final int SHORTEST_BELOW = 19;

    /** Bits: a thousand times likelier as random characters than as a name. */
    static final double LIMIT = 10;

    /** Of a date, a number at the end or the start there are fewer. */
    private static final int SWITCHES = 4;

    /** Zones that are not of the public DNS, as RFC 6762 appendix G and RFC 8375 have them. */
    private static final Set<String> PRIVATE =
            Set.of("local", "lan", "home", "internal", "intranet", "corp", "private", "localdomain", "arpa");

    private GeneratedName() {}

    /** The first such name said in a flow that carries no application known by name. */
    static Optional<UntrustedText> of(Flow flow) {
        Application application = flow.application();
        return application.named() == Application.Found.DECODED
                ? Optional.empty()
                : HostNames.all(flow).stream()
                        .filter(name -> generated(HostNames.bare(name)))
                        .findFirst();
    }

    /** Whether a name without a port is one. */
    static boolean generated(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RegisteredDomain.of(lower)
                .filter(domain -> !PRIVATE.contains(lower.substring(lower.lastIndexOf('.') + 1)))
                .filter(GeneratedName::generated)
                .isPresent();
    }

    private static boolean generated(RegisteredDomain domain) {
        String registered = domain.domain();
        int dot = registered.indexOf('.');
        return judged(registered.substring(0, dot), SHORTEST)
                || List.of(domain.left().split("\\.")).stream()
                        .anyMatch(label -> judged(label, SHORTEST_BELOW)
                                || label.length() >= SHORTEST_BELOW && plain(label) && encoded(label));
    }

    private static boolean judged(String label, int shortest) {
        return label.length() >= shortest
                && plain(label)
                && label.chars().anyMatch(c -> c >= 'a')
                && LetterPairs.strangeness(label) > LIMIT;
    }

    /** Labels put together with hyphens are made by machines for machines, and of international names the rest. */
    private static boolean plain(String label) {
        return label.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }

    private static boolean encoded(String label) {
        int switches = 0;
        for (int i = 1; i < label.length(); i++) {
            boolean before = label.charAt(i - 1) <= '9';
            switches += before == label.charAt(i) <= '9' ? 0 : 1;
        }
        return switches >= SWITCHES;
    }
}
