package io.wirecase.detection.behaviour;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.Unreadable;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the flows of one block tell of the subjects of one partition. Of flows nothing travels but the outlines of those
 * to show: who, when, how much, over what.
 *
 * @param capture the capture the flows are from
 * @param revision its revision
 * @param site its site
 * @param digests what they tell, subject by subject
 */
public record DigestBlock(UUID capture, int revision, String site, List<SubjectDigest> digests) {

    private static final int VERSION = 1;

    /** Keeps its own copy of the list. */
    public DigestBlock {
        digests = List.copyOf(digests);
    }

    /**
     * What they tell of one subject.
     *
     * @param key the subject
     * @param state half a state: the digests folded
     * @param examples outlines of flows to show
     */
    @SuppressWarnings("ArrayRecordComponent") // It carries bytes from one processor to the next; nobody compares it.
    public record SubjectDigest(BehaviourKey key, byte[] state, List<Flow> examples) {

        /** Keeps its own copy of the list. */
        public SubjectDigest {
            examples = List.copyOf(examples);
        }
    }

    /** What is kept of a flow to show it: nothing of what the parsers read. */
    public static Flow outline(Flow flow) {
        Activity activity =
                new Activity(flow.activity().originatorPeak(), flow.activity().responderPeak(), List.of());
        return new Flow(
                flow.id(),
                flow.origin(),
                flow.key(),
                flow.span(),
                flow.traffic(),
                flow.ending(),
                flow.application(),
                Facts.NONE,
                null,
                activity);
    }

    /** The block as bytes. */
    public byte[] bytes() {
        Map<UUID, Integer> places = new LinkedHashMap<>();
        List<Flow> outlines = new ArrayList<>();
        StateWriter out = new StateWriter(VERSION)
                .bits(capture.getMostSignificantBits())
                .bits(capture.getLeastSignificantBits())
                .counts(revision)
                .text(site)
                .counts(digests.size());
        for (SubjectDigest digest : digests) {
            BehaviourKey key = digest.key();
            out.text(key.kind())
                    .block(key.subject().bytes())
                    .text(key.detail())
                    .bits(key.bucket())
                    .counts(key.revision())
                    .block(digest.state())
                    .counts(digest.examples().size());
            for (Flow example : digest.examples()) {
                Integer place = places.get(example.id());
                if (place == null) {
                    place = outlines.size();
                    places.put(example.id(), place);
                    outlines.add(example);
                }
                out.counts(place);
            }
        }
        return out.block(Codec.encodeBlock(new FlowBlock(capture, revision, site, 0, outlines)))
                .bytes();
    }

    /**
     * Reads a block.
     *
     * @throws IllegalArgumentException when the bytes are none
     */
    public static DigestBlock of(byte[] bytes) {
        try {
            StateReader in = new StateReader(bytes, VERSION);
            UUID capture = new UUID(in.bits(), in.bits());
            int revision = (int) in.count();
            String site = in.text();
            int count = (int) in.count();
            List<Read> read = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                read.add(Read.from(in, site));
            }
            List<Flow> outlines = Codec.decodeBlock(in.block()).block().flows();
            return new DigestBlock(
                    capture,
                    revision,
                    site,
                    read.stream().map(one -> one.with(outlines)).toList());
        } catch (Unreadable
                | BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException notOurs) {
            throw new IllegalArgumentException("not a block of digests: " + notOurs, notOurs);
        }
    }

    /** A digest whose examples are still numbers. */
    @SuppressWarnings("ArrayRecordComponent") // Lives for the reading of one block.
    private record Read(BehaviourKey key, byte[] state, int[] places) {

        static Read from(StateReader in, String site) {
            String kind = in.text();
            IpAddress subject = IpAddress.of(in.block());
            BehaviourKey key = new BehaviourKey(site, kind, subject, in.text(), in.bits(), (int) in.count());
            byte[] state = in.block();
            int[] places = new int[(int) in.count()];
            for (int i = 0; i < places.length; i++) {
                places[i] = (int) in.count();
            }
            return new Read(key, state, places);
        }

        SubjectDigest with(List<Flow> outlines) {
            List<Flow> examples = new ArrayList<>();
            for (int place : places) {
                examples.add(outlines.get(place));
            }
            return new SubjectDigest(key, state, examples);
        }
    }
}
