package io.wirecase.report.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.pattern.Pattern;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A pattern's {@code joins}: the other patterns of the site that its host takes part in, or whose host takes part in
 * it, with the hosts they share. Servers that two hosts use are no join: half the site uses them.
 */
final class JoinsJson {

    private JoinsJson() {}

    static ArrayNode of(PatternCase c, List<PatternCase> all) {
        ArrayNode joins = Json.array();
        for (PatternCase other : all) {
            SortedSet<IpAddress> shared = shared(c.pattern(), other.pattern());
            if (other.number() != c.number() && !shared.isEmpty()) {
                ObjectNode join = joins.addObject();
                join.put("pattern", other.pattern().id().toString());
                join.put("rank", other.number());
                join.set(
                        "hosts",
                        Json.texts(shared.stream().map(Object::toString).toList()));
            }
        }
        return joins;
    }

    private static SortedSet<IpAddress> shared(Pattern one, Pattern other) {
        SortedSet<IpAddress> shared = new TreeSet<>();
        if (one.key().site().equals(other.key().site())) {
            takesPart(one, other, shared);
            takesPart(other, one, shared);
        }
        return shared;
    }

    private static void takesPart(Pattern one, Pattern in, SortedSet<IpAddress> shared) {
        IpAddress host = one.key().host();
        if (in.key().host().equals(host) || in.peers().contains(host)) {
            shared.add(host);
        }
    }
}
