package io.wirecase.core.measure;

import io.wirecase.core.flow.DnsFacts;
import io.wirecase.core.flow.DomainTraffic;
import io.wirecase.core.flow.RegisteredDomain;
import io.wirecase.core.flow.UntrustedText;
import java.util.Set;

/**
 * Counts what is asked of one registered domain and what comes back: a commutative fold of bounded size. Not
 * thread-safe.
 */
public final class DomainTally {

    /** The most hashes of names, and of answers, kept to tell how many are different. */
    public static final int MAX_DISTINCT = 256;

    private static final double MILLI = 1_000;

    /**
     * Types whose records no reader chooses freely: addresses, PTR, the zone's own, signatures and service bindings
     * (A, NS, SOA, PTR, AAAA, OPT, DS, RRSIG, NSEC, DNSKEY, NSEC3, SVCB, HTTPS).
     */
    private static final Set<Integer> NOT_DATA = Set.of(1, 2, 6, 12, 28, 41, 43, 46, 47, 48, 50, 64, 65);

    private final DistinctSample names;
    private final DistinctSample answers;
    private Sums sums;

    /** Nothing counted. */
    public DomainTally() {
        this(Sums.NONE, new DistinctSample(MAX_DISTINCT), new DistinctSample(MAX_DISTINCT));
    }

    /** A tally as it was stored. */
    public DomainTally(Sums sums, DistinctSample names, DistinctSample answers) {
        this.sums = sums;
        this.names = names;
        this.answers = answers;
    }

    /**
     * What simply adds up.
     *
     * @param transactions see {@link DomainTraffic}
     * @param nameChars see {@link DomainTraffic}
     * @param nameMillibits see {@link DomainTraffic}
     * @param dataAnswers see {@link DomainTraffic}
     * @param dataBytes see {@link DomainTraffic}
     */
    public record Sums(long transactions, long nameChars, long nameMillibits, long dataAnswers, long dataBytes) {

        /** Nothing. */
        public static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(
                    transactions + other.transactions,
                    nameChars + other.nameChars,
                    nameMillibits + other.nameMillibits,
                    dataAnswers + other.dataAnswers,
                    dataBytes + other.dataBytes);
        }
    }

    /** Counts a question. */
    public void asked(RegisteredDomain name) {
        String left = name.left();
        long chars = left.chars().filter(c -> c != '.').count();
        names.add(left);
        sums = sums.plus(new Sums(1, chars, Math.round(MILLI * Entropy.ofText(left)), 0, 0));
    }

    /** Counts an answer record, if it is of a type that can carry data. */
    public void answered(DnsFacts.Answer answer) {
        if (NOT_DATA.contains(answer.type())) {
            return;
        }
        UntrustedText text = answer.text();
        DnsFacts.RecordData data = answer.data();
        if (data != null) {
            answers.add(data.checksum() << Integer.SIZE | data.bytes());
            add(new Sums(0, 0, 0, 1, data.bytes()));
        } else if (text != null) {
            answers.add(text.raw());
            add(new Sums(0, 0, 0, 1, text.raw().length()));
        }
    }

    /** Adds sums that were made elsewhere. */
    public void add(Sums more) {
        sums = sums.plus(more);
    }

    /** What adds up. */
    public Sums sums() {
        return sums;
    }

    /** Which names were different. */
    public DistinctSample names() {
        return names;
    }

    /** Which answers that can carry data were different. */
    public DistinctSample answers() {
        return answers;
    }

    /** The tally as a fact. */
    public DomainTraffic traffic(String domain) {
        return new DomainTraffic(
                new UntrustedText(domain),
                sums.transactions(),
                names.count(),
                sums.nameChars(),
                sums.nameMillibits(),
                sums.dataAnswers(),
                sums.dataBytes(),
                answers.count());
    }
}
