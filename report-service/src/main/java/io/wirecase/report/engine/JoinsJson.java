package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.report.assessment.CaseAssessment;
import io.wirecase.report.assessment.Join;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.pattern.PatternKey.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A pattern's {@code joins}: the other patterns of the site that its host takes part in, or whose host takes part in
 * it, with the hosts they share and what each host is here and there.
 */
final class JoinsJson {

    private JoinsJson() {}

    static ArrayNode of(PatternCase c, CaseAssessment assessment) {
        Map<PatternCase, List<Join>> byOther = assessment.joinsOf(c).stream()
                .collect(Collectors.groupingBy(Join::there, LinkedHashMap::new, Collectors.toList()));
        ArrayNode array = Json.array();
        byOther.forEach((other, joins) -> {
            ObjectNode node = array.addObject();
            node.put("pattern", other.pattern().id().toString());
            node.put("rank", other.number());
            node.set(
                    "hosts",
                    Json.texts(joins.stream().map(j -> j.host().toString()).toList()));
            ArrayNode shared = node.putArray("shared");
            for (Join join : joins) {
                shared.addObject()
                        .put("host", join.host().toString())
                        .put("roleHere", word(join.roleHere()))
                        .put("roleThere", word(join.roleThere()))
                        .put("turns", join.turns());
            }
        });
        return array;
    }

    private static String word(Role role) {
        return role == Role.CLIENT ? "client" : "server";
    }
}
