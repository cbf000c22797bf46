package io.wirecase.detection.scan;

import io.wirecase.core.alert.ToolGuess;
import io.wirecase.core.measure.Contact;
import io.wirecase.core.measure.Contact.Outcome;
import io.wirecase.core.measure.ScanStatistics.Summary;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a scan probed.
 *
 * @param technique the technique: where ports were open, by what most of them saw; else by what most probes look like
 * @param byTechnique targets by technique
 * @param halfOpen open ports whose handshake was never completed
 * @param completed open ports whose handshake was completed without a word
 * @param toolGuess which program it may come from, or null where nothing fits
 */
record Probes(
        ScanTechnique technique,
        Map<ScanTechnique, Integer> byTechnique,
        int halfOpen,
        int completed,
        @Nullable ToolGuess toolGuess) {

    /** Keeps its own copy of the map. */
    Probes {
        byTechnique = Map.copyOf(byTechnique);
    }

    static Probes of(ScanFamily family, Summary contacts, Map<Target, Tries> targets) {
        Map<ScanTechnique, Integer> all = new EnumMap<>(ScanTechnique.class);
        Map<ScanTechnique, Integer> open = new EnumMap<>(ScanTechnique.class);
        Map<SynMark, Integer> marks = new EnumMap<>(SynMark.class);
        for (Contact contact : contacts.contacts()) {
            Tries tries = targets.get(new Target(contact.host(), contact.port()));
            if (tries != null) {
                all.merge(tries.technique(), 1, Integer::sum);
                marks.merge(tries.mark(), 1, Integer::sum);
                if (tries.outcome() == Outcome.EMPTY) {
                    open.merge(tries.technique(), 1, Integer::sum);
                }
            }
        }
        ScanTechnique technique = most(open.isEmpty() ? all : open);
        return new Probes(
                technique,
                all,
                open.getOrDefault(ScanTechnique.SYN, 0),
                open.getOrDefault(ScanTechnique.CONNECT, 0),
                family == ScanFamily.TCP
                        ? ToolRule.guess(technique, contacts, marks).orElse(null)
                        : null);
    }

    private static ScanTechnique most(Map<ScanTechnique, Integer> techniques) {
        return techniques.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(ScanTechnique.CONNECT);
    }
}
