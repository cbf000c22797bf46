package io.wirecase.report.measurement;

import io.wirecase.report.claim.Claim;
import io.wirecase.report.claim.Ledger;
import io.wirecase.report.claim.Template;
import io.wirecase.report.claim.Value;
import io.wirecase.report.document.Prose;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Claims by the names sentences use for them. */
public final class Facts {

    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)(:value)?}");
    private static final Pattern COUNTED = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)([|?])([^|{}]*)\\|([^|{}]*)}");

    private final Ledger ledger;
    private final Map<String, Claim> claims;

    /** Facts of their own in a ledger. */
    public Facts(Ledger ledger) {
        this(ledger, new LinkedHashMap<>());
    }

    private Facts(Ledger ledger, Map<String, Claim> claims) {
        this.ledger = ledger;
        this.claims = claims;
    }

    /** The ledger they are stated in. */
    public Ledger ledger() {
        return ledger;
    }

    /** The same facts, to which more can be added without changing these. */
    public Facts more() {
        return new Facts(ledger, new LinkedHashMap<>(claims));
    }

    /** Names a claim; a name given before now means this one. */
    public Facts put(String name, Claim claim) {
        claims.put(name, claim);
        return this;
    }

    /** Whether a claim of that name was stated: what is not known has none. */
    public boolean has(String name) {
        return claims.containsKey(name);
    }

    /** The claim of a name. @throws IllegalArgumentException when there is none */
    public Claim get(String name) {
        Claim claim = claims.get(name);
        if (claim == null) {
            throw new IllegalArgumentException("no claim is named " + name + "; there are " + claims.keySet());
        }
        return claim;
    }

    /** Whether every hole of a template has a claim. */
    public boolean covers(String template) {
        Matcher hole = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)[^}]*}").matcher(template);
        while (hole.find()) {
            if (!has(hole.group(1))) {
                return false;
            }
        }
        return true;
    }

    /** The number of a named claim, 0 when it is no number or was not stated. */
    public double counts(String name) {
        Claim claim = claims.get(name);
        return claim != null && claim.value() instanceof Value.Number value ? value.number() : 0;
    }

    /**
     * A sentence of ours whose holes are names of these facts. {@code {n|flow|flows}} shows a count with the noun it
     * takes, {@code {n?is|are}} only the word that goes with the count.
     */
    public Prose say(String counted) {
        String template = counted(counted);
        Map<String, Claim> used = new HashMap<>();
        Matcher hole = HOLE.matcher(template);
        while (hole.find()) {
            used.put(hole.group(1), get(hole.group(1)));
        }
        return Template.of(template).fill(used);
    }

    /** The template with the words that its counts take. */
    private String counted(String template) {
        return COUNTED.matcher(template).replaceAll(found -> {
            boolean one = counts(found.group(1)) == 1;
            String word = one ? found.group(3) : found.group(4);
            return found.group(2).equals("|") ? "{" + found.group(1) + "} " + word : word;
        });
    }
}
