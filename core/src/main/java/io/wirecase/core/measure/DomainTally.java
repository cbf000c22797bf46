package io.wirecase.core.measure;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DomainTraffic;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.UntrustedText;
import java.util.Set;

/**
 * Counts what is asked of one registered domain and what comes back, as far as the names are long enough to carry data:
 * a commutative fold of bounded size. Not thread-safe.
 */
public final class DomainTally {

    /** The most hashes of names, and of answers, kept to tell how many are different. */
    public static final int MAX_DISTINCT = 256;

    /** Characters left of the registered domain below which a name carries no data worth a question: ten bytes. */
    public static final int MIN_CHARS = 16;

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

    /** Whether a name is long enough to be counted. */
    public static boolean counts(RegisteredDomain name) {
        return chars(name) >= MIN_CHARS;
    }

    private static long chars(RegisteredDomain name) {
        return name.left().chars().filter(c -> c != '.').count();
    }

    /** Counts a question whose name {@link #counts}. */
    public void asked(RegisteredDomain name) {
        String left = name.left();
        long chars = chars(name);
        names.add(left);
        sums = sums.plus(new Sums(1, chars, Math.round(MILLI * Entropy.ofText(left)) * chars, 0, 0));
    }

    /** Counts an answer record to such a question, if it is of a type that can carry data and is no published key. */
    public void answered(RegisteredDomain name, DnsFacts.Answer answer) {
        if (NOT_DATA.contains(answer.type()) || publishes(name.left())) {
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

    /** Whether keys and policies stand under a name: underscored labels (RFC 8552) and the usual one of mail keys. */
    private static boolean publishes(String left) {
        String labels = "." + left + ".";
        return labels.contains("._") || labels.contains(".dkim.");
    }

    /** Adds what another tally counted. */
    public void add(DomainTally other) {
        sums = sums.plus(other.sums);
        names.addAll(other.names);
        answers.addAll(other.answers);
    }

    private void add(Sums more) {
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
