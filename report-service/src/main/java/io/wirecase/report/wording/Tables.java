package io.wirecase.report.wording;

import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tables say under themselves. */
public final class Tables {

    private Tables() {}

    /** "Shown n of N", or null when nothing was cut. @param what plural of what is listed */
    public static @Nullable Prose cut(Facts facts, long shown, long total, String what) {
        if (shown >= total) {
            return null;
        }
        Facts more = facts.more();
        more.put("cutShown", more.ledger().count(shown, "", Basis.measured(what + " listed", List.of())));
        more.put("cutTotal", more.ledger().count(total, "", Basis.measured(what + " there are", List.of())));
        return more.say("Shown {cutShown} of {cutTotal} " + what + ".");
    }
}
