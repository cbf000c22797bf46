package io.wirecase.enrichment.recogniser;

import io.wirecase.core.intel.ExchangeMatch.Check;
import io.wirecase.core.intel.ExchangeMatch.Outcome;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of checks in the making. What came from packets stays untrusted. */
final class Checks {
    private final List<Check> list = new ArrayList<>();

    void held(String id, String expected, @Nullable UntrustedText observed, boolean held) {
        list.add(new Check(id, expected, observed, held ? Outcome.HELD : Outcome.BROKEN));
    }

    void held(String id, String expected, String observed, boolean held) {
        held(id, expected, new UntrustedText(observed), held);
    }

    void notSeen(String id, String expected) {
        list.add(new Check(id, expected, null, Outcome.NOT_SEEN));
    }

    void notSeen(String id, String expected, UntrustedText observed) {
        list.add(new Check(id, expected, observed, Outcome.NOT_SEEN));
    }

    List<Check> list() {
        return list;
    }

    boolean noneBroken() {
        return list.stream().noneMatch(check -> check.outcome() == Outcome.BROKEN);
    }
}
