package io.wirecase.report.rest;

import io.wirecase.core.suppression.Suppression;
import io.wirecase.core.suppression.Tripwires;
import io.wirecase.report.store.AlertScan;
import io.wirecase.report.suppression.Draft;
import io.wirecase.report.suppression.Learnt;
import io.wirecase.report.suppression.Trial;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs rules over everything stored, without changing anything. */
@ApplicationScoped
class RuleTrials {

    private final AlertScan alerts;
    private final Clock clock;

    RuleTrials(AlertScan alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** The draft's tripwires, those without values set where the stored alerts are. */
    Learnt learn(Draft draft) throws SQLException {
        if (!draft.toLearn().any()) {
            return new Learnt(draft.tripwires(), List.of());
        }
        return Learnt.of(draft, run(draft, null).usual());
    }

    /** What a rule with these tripwires would do. */
    Trial run(Draft draft, @Nullable Tripwires tripwires) throws SQLException {
        Instant now = clock.instant();
        String time = now.toString();
        Suppression.Match match = draft.match();
        Suppression rule = new Suppression(
                new UUID(0, 0), 1, match, draft.reason(), draft.owner(), draft.expires(), time, time, tripwires);
        Trial trial = new Trial(rule, now);
        alerts.each(match.site(), match.code(), trial::add);
        return trial;
    }
}
