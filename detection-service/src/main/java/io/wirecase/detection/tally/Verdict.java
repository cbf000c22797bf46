package io.wirecase.detection.tally;

import io.wirecase.core.alert.Behaviour;
import io.wirecase.core.alert.Behaviour.Role;
import io.wirecase.core.alert.Behaviour.RoleOf;
import io.wirecase.core.alert.Finding;
import io.wirecase.core.alert.Measure;
import io.wirecase.core.alert.Side;
import io.wirecase.core.alert.Subject;
import io.wirecase.core.alert.Technique;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.detection.behaviour.BehaviourReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tally amounts to, in the making. A rule fills it; it is handed on as a reading. Not thread-safe. */
public final class Verdict {

    private static final String RAISED_BY = "detection";
    private static final String ATTACK_VERSION = "19";

    private final boolean holds;
    private final String code;
    private final Subject subject;
    private final List<Measure> measures = new ArrayList<>();
    private final List<Technique> techniques = new ArrayList<>();
    private long weight = 1;
    private int points;
    private int clientShare;
    private String description = "";
    private @Nullable String observed;
    private @Nullable String limit;
    private @Nullable String technique;

    /**
     * A verdict.
     *
     * @param holds whether it is the behaviour
     * @param subject what it is about
     */
    public Verdict(boolean holds, String code, Subject subject) {
        this.holds = holds;
        this.code = code;
        this.subject = subject;
    }

    /** How much there is of it: the alert is revised when this has doubled. */
    public Verdict weight(long value) {
        weight = Math.max(1, value);
        return this;
    }

    /** Its points and the client's share of them in percent. */
    public Verdict points(int value, int share) {
        points = value;
        clientShare = share;
        return this;
    }

    /** What was found, in words without text from packets. */
    public Verdict says(String text) {
        description = text;
        return this;
    }

    /** The value from the packets that fired it. */
    public Verdict observed(@Nullable String text) {
        observed = text;
        return this;
    }

    /** The limit it crossed, in words. */
    public Verdict limit(String text) {
        limit = text;
        return this;
    }

    /** How it was done, in one word. */
    public Verdict technique(@Nullable String word) {
        technique = word;
        return this;
    }

    /** A number and the limit it crossed, or null where it has none. */
    public Verdict measure(String name, double value, String unit, @Nullable Number itsLimit) {
        measures.add(new Measure(name, value, unit, itsLimit == null ? null : (Double) itsLimit.doubleValue()));
        return this;
    }

    /** An ATT&amp;CK technique that fits if it is not benign. */
    public Verdict attack(String id, String name) {
        techniques.add(new Technique(id, name, ATTACK_VERSION));
        return this;
    }

    BehaviourReading reading(TallyState tally) {
        List<RoleOf> roles = new ArrayList<>();
        tally.attackers().forEach(address -> roles.add(new RoleOf(Role.ATTACKER, address)));
        tally.victims().forEach(address -> roles.add(new RoleOf(Role.VICTIM, address)));
        return reading(new Behaviour(
                        technique,
                        tally.firstNanos(),
                        tally.lastNanos(),
                        tally.flows(),
                        tally.packets(),
                        measures,
                        List.of())
                .withRoles(roles));
    }

    /** The reading of a behaviour that was counted otherwise; its measures are those told here. */
    public BehaviourReading reading(Behaviour behaviour) {
        Finding finding = new Finding(
                code,
                points,
                Side.ofClientShare(clientShare),
                clientShare,
                description,
                observed == null ? null : new UntrustedText(observed),
                limit,
                RAISED_BY);
        return new BehaviourReading(holds, weight, code, subject, behaviour, List.of(finding), techniques);
    }

    /** The numbers told so far. */
    public List<Measure> measures() {
        return List.copyOf(measures);
    }
}
