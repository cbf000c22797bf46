package io.wirecase.detection.names;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DnsFacts.Transaction;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.risk.Applications;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads lookups that a rule asks for out of a flow. */
public final class Lookups {

    /** The name does not exist (RFC 1035, RCODE 3). */
    private static final int NO_SUCH_NAME = 3;

    private static final int DNS_PORT = 53;

    private Lookups() {}

    /**
     * A lookup below a registered domain.
     *
     * @param domain the registered domain
     * @param below what is left of it; may be empty
     * @param hash a hash of the whole name
     */
    public record Lookup(String domain, String below, long hash) {}

    /** Lookups of names that do not exist, with a registered domain. */
    public static List<Lookup> failed(Flow flow) {
        return some(flow, transaction -> {
            Integer code = transaction.responseCode();
            return code != null && code == NO_SUCH_NAME;
        });
    }

    /**
     * Lookups that pass, with a registered domain; of a link's own name resolution none, nor seen from answers alone.
     */
    static List<Lookup> some(Flow flow, Predicate<Transaction> wanted) {
        DnsFacts dns = flow.facts().dns();
        Integer from = flow.key().originator().port();
        if (dns == null || from != null && from == DNS_PORT || Applications.multicastNames(flow)) {
            return List.of();
        }
        List<Lookup> found = new ArrayList<>();
        for (Transaction transaction : dns.transactions()) {
            UntrustedText name = transaction.name();
            if (name != null && wanted.test(transaction)) {
                of(name.raw()).ifPresent(found::add);
            }
        }
        return found;
    }

    /** How many lookups each one kept stands for, since long flows keep the first alone. */
    public static double scale(Flow flow) {
        DnsFacts dns = flow.facts().dns();
        int kept = dns == null ? 0 : dns.transactions().size();
        return dns == null || kept == 0 ? 1 : (double) (kept + dns.omitted()) / kept;
    }

    private static Optional<Lookup> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < lower.length(); i++) {
            hash = (hash ^ lower.charAt(i)) * 0x100000001B3L;
        }
        long whole = hash;
        return RegisteredDomain.of(lower)
                .filter(split -> split.domain().indexOf('.') > 0)
                .map(split -> new Lookup(split.domain(), split.left(), whole));
    }
}
