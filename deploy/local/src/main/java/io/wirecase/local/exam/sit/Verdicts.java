package io.wirecase.local.exam.sit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirecase.local.exam.sheet.Verdict;
import io.wirecase.scenarios.exam.Label;
import io.wirecase.scenarios.exam.Label.Expected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Reads from a report what it makes of the actor: its most malicious pattern decides. */
final class Verdicts {

    private Verdicts() {}

    static Verdict of(Path report, Label label) throws IOException {
        JsonNode root = JsonMapper.builder().build().readTree(report.toFile());
        Set<String> about = new HashSet<>(Set.of(label.actor()));
        for (Expected expected : label.expected()) {
            about.addAll(expected.hosts());
        }
        Verdict worst = new Verdict("", 0);
        for (JsonNode pattern : root.path("patterns")) {
            double malicious = malicious(pattern);
            if (concerns(pattern, about) && (worst.disposition().isEmpty() || malicious > worst.malicious())) {
                worst = new Verdict(pattern.path("verdict").path("disposition").asText(), malicious);
            }
        }
        return worst;
    }

    private static boolean concerns(JsonNode pattern, Set<String> about) {
        for (String side : new String[] {"hosts", "peers"}) {
            for (JsonNode host : pattern.path(side)) {
                String address =
                        host.isTextual() ? host.asText() : host.path("address").asText();
                if (about.contains(address)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double malicious(JsonNode pattern) {
        double sum = 0;
        for (JsonNode each : pattern.path("hypotheses")) {
            if (each.path("disposition").asText().equals("malicious")) {
                sum += each.path("posterior").asDouble();
            }
        }
        return Math.min(1, sum);
    }
}
