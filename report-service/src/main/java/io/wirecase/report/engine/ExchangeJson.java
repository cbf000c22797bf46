package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.measurement.Exchanges;

/**
 * A pattern's {@code exchange}: the comparison with the known exchange it is near to, and the first that breaks it.
 * Absent when none is near.
 */
final class ExchangeJson {

    private ExchangeJson() {}

    static void put(ObjectNode node, PatternCase c) {
        Exchanges exchanges = c.measured().exchanges();
        if (exchanges == null) {
            return;
        }
        ObjectNode exchange = node.putObject("exchange");
        exchange.put("service", exchanges.service());
        exchange.put("title", exchanges.title());
        exchange.put("compared", exchanges.compared());
        exchange.put("whole", exchanges.whole());
        exchange.put("broken", exchanges.breaks().size());
        if (!exchanges.breaks().isEmpty()) {
            Exchanges.Break first = exchanges.breaks().getFirst();
            ObjectNode broken = exchange.putObject("firstBroken");
            broken.put("ordinal", first.ordinal());
            Json.fact(broken, "time", c.facts(), "breakTime");
            broken.put("packet", first.flow().span().firstPacket());
            broken.put("flow", first.flow().id().toString());
            ArrayNode checks = broken.putArray("checks");
            first.checks().forEach(check -> {
                ObjectNode one = checks.addObject().put("id", check.id()).put("expected", check.expected());
                if (check.observed() != null && !check.observed().raw().isEmpty()) {
                    one.put("observed", check.observed().raw());
                }
            });
        }
    }
}
