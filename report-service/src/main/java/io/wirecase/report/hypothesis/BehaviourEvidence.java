package io.wirecase.report.hypothesis;

import io.wirecase.core.alert.Alert;
import io.wirecase.core.alert.Behaviour;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.measurement.Measurement;
import io.wirecase.report.pattern.Behaviours;
import io.wirecase.report.pattern.Behaviours.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What detection found of behaviours, by what they mean; their own numbers stand beside the pattern. */
final class BehaviourEvidence {

    /** Techniques whose packets no ordinary connection starts with. */
    private static final Set<String> ODD_TECHNIQUES = Set.of("null", "fin", "xmas", "maimon", "ack", "window");

    private static final Map<Family, Sign> SIGNS = new EnumMap<>(Map.of(
            Family.FLOOD,
            new Sign(
                    EvidenceKind.FLOOD_RATE,
                    "Detection found a rate of packets that serves no exchange ({behaviours})."),
            Family.ADDRESS_CONFLICT,
            new Sign(
                    EvidenceKind.ADDRESS_CONFLICT,
                    "Detection found an address claimed by several devices ({behaviours})."),
            Family.ROGUE_SERVICE,
            new Sign(
                    EvidenceKind.ROGUE_SERVICE,
                    "Detection found a device that offers what others offered ({behaviours})."),
            Family.LOGIN,
            new Sign(EvidenceKind.LOGIN_ATTEMPTS, "Detection found repeated attempts to log in ({behaviours})."),
            Family.HIDDEN_CHANNEL,
            new Sign(
                    EvidenceKind.HIDDEN_CHANNEL,
                    "Detection found a protocol that carries more than it should ({behaviours})."),
            Family.GENERATED_NAMES,
            new Sign(
                    EvidenceKind.GENERATED_NAMES,
                    "Detection found lookups of names that look generated ({behaviours})."),
            Family.AMOUNT,
            new Sign(
                    EvidenceKind.UNUSUAL_AMOUNT, "Detection found an amount far from the host's usual ({behaviours})."),
            Family.SPREADING,
            new Sign(EvidenceKind.SPREADING, "Detection found one internal host after another reached ({behaviours})."),
            Family.MINING,
            new Sign(EvidenceKind.MINING_PORT, "Detection found a mining pool's protocol ({behaviours})."),
            Family.IMPERSONATION,
            new Sign(EvidenceKind.IMPERSONATION, "Detection found a known name at another's address ({behaviours}).")));

    private static final String SEVERAL =
            "Detection found one device that claims addresses which others claim ({behaviours}).";

    private BehaviourEvidence() {}

    static List<Evidence> find(Measurement measured, Facts facts) {
        List<Alert> alerts = measured.pattern().behaviours();
        if (alerts.isEmpty()) {
            return List.of();
        }
        Set<Family> families = EnumSet.noneOf(Family.class);
        alerts.forEach(a -> Behaviours.family(a.kind()).ifPresent(families::add));
        List<Evidence> found = new ArrayList<>();
        for (Family family : families) {
            Sign sign = SIGNS.get(family);
            if (sign != null) {
                boolean several =
                        family == Family.ADDRESS_CONFLICT && alerts.stream().anyMatch(Behaviours::claimsSeveral);
                found.add(new Evidence(sign.kind, facts.say(several ? SEVERAL : sign.words)));
            }
        }
        boolean forged = alerts.stream()
                .anyMatch(a -> Behaviours.family(a.kind()).equals(Optional.of(Family.ADDRESS_CONFLICT))
                        && !a.techniques().isEmpty());
        if (forged) {
            String words = "Detection found signs that a claim to an address is forged ({behaviours}).";
            found.add(new Evidence(EvidenceKind.CLAIM_FORGED, facts.say(words)));
        }
        boolean odd = alerts.stream().map(a -> a.evidence().behaviour()).anyMatch(b -> b != null && odd(b));
        if (odd) {
            String words = "The packets start with flags that no ordinary connection starts with ({behaviours}).";
            found.add(new Evidence(EvidenceKind.ODD_FLAGS, facts.say(words)));
        }
        return found;
    }

    private static boolean odd(Behaviour behaviour) {
        String technique = behaviour.technique();
        return technique != null
                && Arrays.stream(technique.split("[^a-z]+", -1)).anyMatch(ODD_TECHNIQUES::contains);
    }

    /** The kinds that a family of behaviour shows; empty for those that other evidence measures. */
    static Set<EvidenceKind> kinds(Family family) {
        if (family == Family.SCAN) {
            return Set.of(EvidenceKind.MANY_TARGETS_FAILED);
        }
        Sign sign = SIGNS.get(family);
        return sign == null ? Set.of() : Set.of(sign.kind);
    }

    private record Sign(EvidenceKind kind, String words) {}
}
