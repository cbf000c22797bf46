package io.wirecase.report.action;

import io.wirecase.core.intel.AddressFacts;
import io.wirecase.core.intel.Locality;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.assessment.Risk;
import io.wirecase.report.claim.Ledger.Basis;
import io.wirecase.report.hypothesis.Disposition;
import io.wirecase.report.measurement.Exchanges;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.Behaviours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plans what to do about each pattern. An action names a host of the reader's; a pattern without one has no action, and
 * software at somebody else's address is never touched.
 */
public final class ActionPlanner {

    /** How long a suppression lasts. */
    public static final int EXPIRY_DAYS = 30;

    private ActionPlanner() {}

    /** The actions for all patterns, by phase, priority and pattern. */
    public static List<Action> plan(List<PatternCase> cases) {
        List<Action> actions = new ArrayList<>();
        for (PatternCase c : cases) {
            if (owned(c)) {
                Facts facts = c.facts().more();
                Basis expiry = Basis.inferred("default expiry of a suppression", List.of());
                facts.put("expiry", facts.ledger().count(EXPIRY_DAYS, "days", expiry));
                RuleText.put(c, facts);
                plans(c).stream()
                        .filter(plan -> covered(plan, facts) && !cutsOffResolver(plan, c))
                        .forEach(plan -> actions.add(action(plan, c, facts)));
            }
        }
        actions.sort(Comparator.comparing((Action a) -> a.plan().phase())
                .thenComparingInt(Action::priority)
                .thenComparingInt(Action::pattern));
        return List.copyOf(actions);
    }

    /** Whether everything a plan's sentences state is known: an action that would state less is not advised. */
    private static boolean covered(Plan plan, Facts facts) {
        Plan.Words words = plan.words();
        String simulation = plan.simulation();
        return facts.covers(words.title())
                && facts.covers(words.description())
                && facts.covers(words.rationale())
                && facts.covers(words.undo())
                && facts.covers(words.stopWhen())
                && (simulation == null || facts.covers(simulation));
    }

    /** The other ends of lookups are resolvers: blocking one would end all lookups of the host, not what they carry. */
    private static boolean cutsOffResolver(Plan plan, PatternCase c) {
        return plan.category().equals("isolate")
                && Behaviours.isOfLookups(c.pattern().key().behaviour());
    }

    /** Whether a pattern's host is one of the reader's. */
    public static boolean owned(PatternCase c) {
        AddressFacts facts = c.pattern().addresses().get(c.pattern().key().host());
        return facts != null && facts.locality() == Locality.INTERNAL;
    }

    private static List<Plan> plans(PatternCase c) {
        if (c.disposition() == Disposition.BENIGN) {
            Exchanges exchanges = c.measured().exchanges();
            boolean recognised = exchanges != null
                    && exchanges.whole() > 0
                    && exchanges.breaks().isEmpty()
                    && c.ranking().leader().hypothesis().id().equals("connectivity_check");
            if (recognised) {
                return BenignPlans.RECOGNISED;
            }
            return c.ranking().leader().hypothesis().id().equals("misconfiguration")
                    ? BenignPlans.MISCONFIGURED
                    : BenignPlans.OTHER;
        }
        String behaviour = c.pattern().key().behaviour();
        if (Behaviours.isAddressConflict(behaviour)) {
            return ClaimPlans.ALL;
        }
        return Behaviours.isScan(behaviour) ? ThreatPlans.SCANS : ThreatPlans.TALKS;
    }

    private static Action action(Plan plan, PatternCase c, Facts facts) {
        Plan.Words words = plan.words();
        String simulation = plan.simulation();
        return new Action(
                plan,
                priority(c.risk(), plan.effort()),
                facts.say(words.title()),
                facts.say(words.description()),
                c.number(),
                c.pattern().key().host(),
                facts.say(words.rationale()),
                facts.say(words.undo()),
                facts.say(words.stopWhen()),
                c.risk().word(),
                simulation == null ? null : facts.say(simulation));
    }

    /** High risk 1 (2 for much effort), medium 2 (3), low 3 (4 for more than little effort). */
    static int priority(Risk risk, Action.Effort effort) {
        return switch (risk) {
            case HIGH -> effort == Action.Effort.HIGH ? 2 : 1;
            case MEDIUM -> effort == Action.Effort.HIGH ? 3 : 2;
            case LOW -> effort == Action.Effort.LOW ? 3 : 4;
        };
    }
}
