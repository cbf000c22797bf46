package io.wirecase.report.claim;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claims of one report, in the order they were stated. The same claim stated twice is one claim. */
public final class Ledger {

    private final Map<String, Claim> byId = new LinkedHashMap<>();
    private final Map<Claim, Claim> same = new LinkedHashMap<>();

    /** States a claim. @param basis the formula, the grade and the inputs */
    public Claim state(Value value, String unit, Basis basis) {
        List<String> listed = basis.inputs().size() <= Claim.MAX_INPUTS
                ? basis.inputs()
                : basis.inputs().subList(0, Claim.MAX_INPUTS);
        Claim claim = new Claim(
                "",
                value,
                unit,
                basis.formula(),
                basis.grade(),
                listed,
                basis.inputs().size());
        Claim known = same.get(claim);
        if (known != null) {
            return known;
        }
        Claim stated = new Claim(
                "c" + (byId.size() + 1),
                value,
                unit,
                claim.formula(),
                claim.grade(),
                claim.inputs(),
                claim.inputsTotal());
        same.put(claim, stated);
        byId.put(stated.id(), stated);
        return stated;
    }

    /** States a whole number. */
    public Claim count(long number, String unit, Basis basis) {
        return state(new Value.Number(number, 0), unit, basis);
    }

    /** States a number with up to so many decimals. */
    public Claim number(double number, int decimals, String unit, Basis basis) {
        return state(new Value.Number(number, decimals), unit, basis);
    }

    /** States a share (0 to 1) in percent with up to one decimal. */
    public Claim percent(double share, Basis basis) {
        return state(new Value.Number(share * 100, 1), "%", basis);
    }

    /** States a word or name of ours or of a data file. */
    public Claim word(String word, Basis basis) {
        return state(new Value.Word(word), "", basis);
    }

    /** States what a packet said. */
    public Claim packet(UntrustedText text, Basis basis) {
        return state(new Value.Packet(text), "", basis);
    }

    /** States an address. */
    public Claim address(IpAddress address, Basis basis) {
        return state(new Value.Address(address), "", basis);
    }

    /** States a capture time. @param digits digits of a second's fraction, the capture's own */
    public Claim time(long nanos, int digits, Basis basis) {
        return state(new Value.Time(nanos, digits), "", basis);
    }

    /** The claim of an id. */
    public Optional<Claim> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many claims were stated. */
    public int size() {
        return byId.size();
    }

    /** All claims in the order stated. */
    public Collection<Claim> claims() {
        return new ArrayList<>(byId.values());
    }

    /**
     * What a claim rests on.
     *
     * @param formula the formula or rule
     * @param grade how it is known
     * @param inputs everything it was computed from
     */
    public record Basis(String formula, Grade grade, List<String> inputs) {

        /** Keeps its own copy of the list. */
        public Basis {
            inputs = List.copyOf(inputs);
        }

        /** Computed from packets. */
        public static Basis measured(String formula, List<String> inputs) {
            return new Basis(formula, Grade.MEASURED, inputs);
        }

        /** Said on the wire or by a sensor. */
        public static Basis reported(String rule, List<String> inputs) {
            return new Basis(rule, Grade.REPORTED, inputs);
        }

        /** Read in a data file. */
        public static Basis lookedUp(String rule, List<String> inputs) {
            return new Basis(rule, Grade.LOOKED_UP, inputs);
        }

        /** Concluded by a rule. */
        public static Basis inferred(String rule, List<String> inputs) {
            return new Basis(rule, Grade.INFERRED, inputs);
        }
    }
}
