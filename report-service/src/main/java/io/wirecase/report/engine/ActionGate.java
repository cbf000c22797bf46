package io.wirecase.report.engine;

import io.wirecase.report.action.Action;
import io.wirecase.report.action.ActionPlanner;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Refusal.Reason;
import io.wirecase.report.document.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an action must have before it may be advised: a host of the reader's to act on, a way back, and for whatever
 * blocks the stored flows it would have hit.
 */
final class ActionGate {

    /** Orders that stop traffic; not the noun, and not the order to leave it. */
    private static final Pattern BLOCKS = Pattern.compile(
            "(?<!\\bnot )(?<!\\bthe )(?<!\\ba )(?<!\\bthat )\\b(?:block|deny|drop|reject|quarantine|isolate|disconnect"
                    + "|cut off)\\b",
            Pattern.CASE_INSENSITIVE);

    private ActionGate() {}

    /** Whether a text orders that traffic is stopped. */
    static boolean blocks(String text) {
        return BLOCKS.matcher(text).find();
    }

    static List<Refusal> check(List<Action> actions, List<PatternCase> cases) {
        List<Refusal> refusals = new ArrayList<>();
        for (Action action : actions) {
            boolean stops = blocks(ours(action.title())) || blocks(ours(action.description()));
            Prose simulation = action.simulation();
            if (stops && (simulation == null || simulation.claims().isEmpty())) {
                refusals.add(refusal(action, Reason.UNTESTED, "it blocks and does not say what it would have hit"));
            }
            PatternCase c = cases.stream()
                    .filter(one -> one.number() == action.pattern())
                    .findFirst()
                    .orElse(null);
            if (c == null) {
                refusals.add(refusal(action, Reason.INCOMPLETE, "there is no pattern " + action.pattern()));
            } else if (!ActionPlanner.owned(c) || !c.pattern().key().host().equals(action.asset())) {
                refusals.add(refusal(action, Reason.FOREIGN_ASSET, action.asset() + " is not a host of the reader's"));
            }
        }
        return refusals;
    }

    /** Our own words: a name from a packet orders nothing, whatever it says. */
    private static String ours(Prose prose) {
        StringBuilder own = new StringBuilder();
        for (Prose.Part part : prose.parts()) {
            own.append(part instanceof Prose.Ours ours ? ours.text() : " ");
        }
        return own.toString();
    }

    private static Refusal refusal(Action action, Reason reason, String why) {
        return new Refusal(
                "action", "actions", action.title().text(), reason.name().toLowerCase(Locale.ROOT) + ": " + why);
    }
}
