package io.wirecase.capture.run;

import io.wirecase.capture.flow.Fragments;
import io.wirecase.capture.flow.Shortages;
import io.wirecase.capture.source.SourceSummary;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.Losses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts together what the source and the flow table know about a capture. */
public final class Reckoning {

    private static final Map<Long, String> RESOLUTIONS = Map.of(1L, "ns", 1_000L, "us", 1_000_000L, "ms");

    private Reckoning() {}

    /**
     * Where the packets of a capture went.
     *
     * @param table what the flow table counted
     * @param source what the source gave
     * @param links the link types seen
     */
    public static Accounts of(io.wirecase.capture.flow.Accounts table, SourceSummary source, LinkTypeSet links) {
        Map<String, Long> undecodable = new TreeMap<>();
        table.undecodable().forEach((why, count) -> undecodable.put(why.name().toLowerCase(Locale.ROOT), count));
        return new Accounts(
                table.packets(),
                table.decoded(),
                undecodable,
                table.truncated(),
                table.bytes(),
                table.firstNanos(),
                table.lastNanos(),
                resolution(table.resolutionNanos()),
                links.names(),
                table.flows(),
                table.evicted(),
                notes(table, source),
                table.losses());
    }

    private static String resolution(@Nullable Long step) {
        if (step == null) {
            return "unknown";
        }
        return RESOLUTIONS.getOrDefault(step, step + "ns");
    }

    private static List<String> notes(io.wirecase.capture.flow.Accounts table, SourceSummary source) {
        List<String> notes = new ArrayList<>();
        Losses losses = table.losses();
        SourceSummary.Damage damage = source.damage();
        if (damage != null) {
            notes.add("reading ended at byte " + damage.offset() + place(damage, source) + ": " + damage.what());
        }
        SourceSummary.Packing packing = source.packing();
        if (packing != null) {
            notes.add(packing.stored() + " bytes compressed with " + packing.format() + " were expanded to "
                    + packing.expanded());
        }
        note(notes, source.badTimes(), "packets without a time that can be right; the nearest one known was used");
        note(notes, source.skippedBlocks(), "blocks of a type that holds no packets were skipped");
        String farthest = String.format(Locale.ROOT, "%.3f s", losses.farthestStepNanos() / 1e9);
        note(notes, losses.stepsBack(), "packets timed before the packet ahead of them, by up to " + farthest);
        Fragments parts = table.fragments();
        note(notes, parts.whole(), "packets that came in fragments were put together");
        note(notes, parts.incomplete(), "packets came in fragments of which some are missing; only what came was read");
        note(notes, parts.evicted(), "of them had to make room for newer ones");
        note(notes, parts.overlapping(), "packets came in fragments that contradict each other and were not read");
        note(notes, parts.malformed(), "packets came in fragments that no sender makes and were not read");
        shortages(notes, table.shortages());
        Long dropped = source.dropped();
        if (dropped != null) {
            notes.add(Accounts.lost(dropped));
        }
        return notes;
    }

    private static void shortages(List<String> notes, Shortages gone) {
        note(notes, gone.parsers(), "flows were counted whole and read in part only, as memory for reading was full");
        note(
                notes,
                gone.names(),
                "answers of name servers were forgotten for newer ones before they ran out; flows may lack the name"
                        + " they were resolved by");
        note(
                notes,
                gone.announcements(),
                "flows that others had announced were forgotten for newer ones and may lack" + " their protocol");
        note(
                notes,
                gone.skippedBytes(),
                "payload bytes of TCP were no longer waited for, as too many behind them"
                        + " waited; parsers went on without them");
    }

    private static void note(List<String> notes, long count, String what) {
        if (count > 0) {
            notes.add(count + " " + what);
        }
    }

    private static String place(SourceSummary.Damage damage, SourceSummary source) {
        SourceSummary.Packing packing = source.packing();
        if (packing != null) {
            return " of what the " + packing.format() + " file expands to";
        }
        return damage.bytesLeft() == null ? "" : ", " + damage.bytesLeft() + " bytes before the end";
    }
}
