package io.wirecase.report.assessment;

import io.wirecase.core.net.IpAddress;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.PatternKey.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A host that takes part in two patterns of one site and that at least one of them is about. Patterns that only use the
 * same server are not joined: half a site uses it. Where a host is asked in one pattern and asks in the other, the one
 * may explain the other.
 *
 * @param here a pattern
 * @param host the host both share
 * @param roleHere what the host is in the flows of {@code here}
 * @param there another pattern
 * @param roleThere what the host is in the flows of {@code there}
 */
public record Join(PatternCase here, IpAddress host, Role roleHere, PatternCase there, Role roleThere) {

    private static final Comparator<Join> ORDER = Comparator.comparing(Join::turns)
            .reversed()
            .thenComparingInt(j -> j.here.number())
            .thenComparingInt(j -> j.there.number())
            .thenComparing(Join::host);

    /** All joins, each once, from the lower number to the higher; those in which the role turns first. */
    public static List<Join> of(List<PatternCase> cases) {
        List<Join> joins = new ArrayList<>();
        for (PatternCase here : cases) {
            for (PatternCase there : cases) {
                if (here.number() < there.number()
                        && here.pattern()
                                .key()
                                .site()
                                .equals(there.pattern().key().site())) {
                    add(joins, here, there, here.pattern().key().host());
                    if (!here.pattern()
                            .key()
                            .host()
                            .equals(there.pattern().key().host())) {
                        add(joins, here, there, there.pattern().key().host());
                    }
                }
            }
        }
        joins.sort(ORDER);
        return List.copyOf(joins);
    }

    private static void add(List<Join> joins, PatternCase here, PatternCase there, IpAddress host) {
        if (takesPart(here, host) && takesPart(there, host)) {
            joins.add(new Join(here, host, role(here, host), there, role(there, host)));
        }
    }

    private static boolean takesPart(PatternCase c, IpAddress host) {
        return c.pattern().key().host().equals(host) || c.pattern().peers().contains(host);
    }

    private static Role role(PatternCase c, IpAddress host) {
        Role own = c.pattern().key().role();
        if (c.pattern().key().host().equals(host)) {
            return own;
        }
        return own == Role.CLIENT ? Role.SERVER : Role.CLIENT;
    }

    /** Whether the host asks in one pattern and is asked in the other. */
    public boolean turns() {
        return roleHere != roleThere;
    }

    /** The same join seen from one of its patterns. @throws IllegalArgumentException for a third pattern */
    public Join from(PatternCase c) {
        if (c.number() == here.number()) {
            return this;
        }
        if (c.number() != there.number()) {
            throw new IllegalArgumentException("pattern " + c.number() + " is no part of this join");
        }
        return new Join(there, host, roleThere, here, roleHere);
    }

    /** Its claims: sharedHost, here, roleHere, there, roleThere. */
    public Facts facts(Ledger ledger) {
        Basis shared =
                Basis.measured("address that takes part in the flows of both patterns", List.of(ref(here), ref(there)));
        Facts facts = new Facts(ledger);
        facts.put("sharedHost", ledger.address(host, shared));
        facts.put("here", here.facts().get("number"));
        facts.put("there", there.facts().get("number"));
        facts.put("roleHere", ledger.word(word(roleHere), role(here)));
        facts.put("roleThere", ledger.word(word(roleThere), role(there)));
        return facts;
    }

    private static Basis role(PatternCase c) {
        return Basis.measured("who opened the pattern's flows: originator client, responder server", List.of(ref(c)));
    }

    private static String ref(PatternCase c) {
        return "claim:" + c.facts().get("number").id();
    }

    private static String word(Role role) {
        return role == Role.CLIENT ? "client" : "server";
    }
}
