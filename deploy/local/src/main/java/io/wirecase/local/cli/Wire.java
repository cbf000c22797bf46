package io.wirecase.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A tripwire as people type it.
 *
 * @param name size, status, period or peers
 * @param value what follows the equals sign, or empty where it is to be learnt
 */
record Wire(String name, String value) {

    private static final Pattern TIMES = Pattern.compile("(\\d{1,6}(\\.\\d{1,3})?)x");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)-(\\d{1,9}(?:\\.\\d{1,3})?)");

    /** Reads one. */
    static final class Reader implements ITypeConverter<Wire> {

        @Override
        public Wire convert(String text) {
            int cut = text.indexOf('=');
            String name = (cut < 0 ? text : text.substring(0, cut)).strip().toLowerCase(Locale.ROOT);
            String value = cut < 0 ? "" : text.substring(cut + 1).strip();
            boolean right = switch (name) {
                case "size" -> TIMES.matcher(value).matches() || size(value);
                case "period" -> value.isEmpty() || SPAN.matcher(value).matches();
                case "status", "peers" -> true;
                default -> false;
            };
            if (!right) {
                throw new TypeConversionException("'" + text
                        + "' is no tripwire; write size=20k, size=3x, status, status=http:204, period, period=240-360,"
                        + " peers or peers=www.example.org");
            }
            return new Wire(name, value);
        }

        private static boolean size(String value) {
            return !value.isEmpty() && new Amounts.Size().convert(value) >= 0;
        }
    }

    /** Adds it to a rule's tripwires. */
    void put(ObjectNode wires) {
        ObjectNode wire = wires.putObject(name);
        if (value.isEmpty()) {
            return;
        }
        switch (name) {
            case "size" -> size(wire);
            case "period" -> period(wire);
            case "status" -> list(wire.putArray("expected"));
            default -> list(wire.putArray("known"));
        }
    }

    private void size(ObjectNode wire) {
        Matcher times = TIMES.matcher(value);
        if (times.matches()) {
            wire.put("factor", Double.parseDouble(times.group(1)));
        } else {
            wire.put("maxBytes", new Amounts.Size().convert(value));
        }
    }

    private void period(ObjectNode wire) {
        Matcher span = SPAN.matcher(value);
        if (span.matches()) {
            wire.put("minSeconds", Double.parseDouble(span.group(1)));
            wire.put("maxSeconds", Double.parseDouble(span.group(2)));
        }
    }

    private void list(ArrayNode into) {
        List.of(value.split(",")).forEach(entry -> into.add(entry.strip()));
    }
}
