package io.wirecase.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** Why the front door refused something, in its own words. */
final class Problems {

    private static final int FAULTS = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problems() {}

    /** RFC 9457 where it is one; else the status alone, since a stranger's page helps nobody. */
    static String text(int status, byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String title = problem.path("title").asText("");
            String detail = problem.path("detail").asText("");
            if (!title.isEmpty() || !detail.isEmpty()) {
                return String.join(" ", List.of(title, detail)).strip() + faults(problem.path("errors"));
            }
        } catch (IOException notJson) {
            return "the front door answered " + status;
        }
        return "the front door answered " + status;
    }

    /** The single faults a problem names, the first few. */
    private static String faults(JsonNode errors) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(FAULTS, errors.size()); i++) {
            out.append("; ").append(errors.get(i).asText().replaceAll("\\p{C}", "\uFFFD"));
        }
        return out.toString();
    }
}
