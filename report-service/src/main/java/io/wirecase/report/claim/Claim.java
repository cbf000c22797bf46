package io.wirecase.report.claim;

import java.util.List;

/**
 * One thing a report states, and what it rests on.
 *
 * @param id its id in the report, {@code c1} upwards in the order stated
 * @param value what it states
 * @param unit the value's unit, for example {@code s}, {@code bytes}, {@code %}; empty for names and plain counts
 * @param formula the formula or rule that gave the value, in words that can be checked
 * @param grade how it is known
 * @param inputs what it was computed from: {@code flow:ID}, {@code alert:ID}, {@code claim:ID},
 *     {@code data:NAME@VERSION}, {@code capture:ID}; at most {@link #MAX_INPUTS}
 * @param inputsTotal how many inputs there are, those not listed included
 */
public record Claim(
        String id, Value value, String unit, String formula, Grade grade, List<String> inputs, long inputsTotal) {

    /** The most inputs listed; the total says how many there were. */
    public static final int MAX_INPUTS = 16;

    /** Keeps its own copy of the list. */
    public Claim {
        inputs = List.copyOf(inputs);
    }

    /** The value with its unit, as sentences show it: {@code 300 s}, {@code 12 %}, {@code 192.168.50.71}. */
    public String text() {
        return unit.isEmpty() ? value.text() : value.text() + " " + unit;
    }
}
