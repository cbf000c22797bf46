package io.wirecase.core.fact;

import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DNS messages of a flow (RFC 1035).
 *
 * @param transactions the first {@link #MAX_TRANSACTIONS} in order
 * @param omitted transactions beyond those kept
 * @param domains sums by registered domain over all transactions with long names, or null where none was omitted
 * @param datagrams how large its messages were, or null where they came over a stream
 */
public record DnsFacts(
        List<Transaction> transactions,
        long omitted,
        @Nullable List<DomainTraffic> domains,
        @Nullable Datagrams datagrams) {

    /** The most transactions kept of a flow. */
    public static final int MAX_TRANSACTIONS = 64;

    /** The most answers kept of a transaction. */
    public static final int MAX_ANSWERS = 24;

    /** The most registered domains summed up; of more, those with the fewest transactions are left out. */
    public static final int MAX_DOMAINS = 32;

    /** Keeps its own copies of the lists. */
    public DnsFacts {
        transactions = List.copyOf(transactions);
        domains = domains == null ? null : List.copyOf(domains);
    }

    /** Facts that the transactions tell alone. */
    public DnsFacts(List<Transaction> transactions, long omitted) {
        this(transactions, omitted, null, null);
    }

    /** Facts of messages whose sizes are not known. */
    public DnsFacts(List<Transaction> transactions, long omitted, @Nullable List<DomainTraffic> domains) {
        this(transactions, omitted, domains, null);
    }

    /**
     * Messages over UDP: their sizes, and whether they keep to the format.
     *
     * @param largestBytes the UDP payload of the largest message
     * @param ednsBytes the largest payload that either side said it can take (RFC 6891), or null when none did
     * @param malformed messages with a name that breaks the format: a label of a reserved kind, a pointer that does not
     *     lead back, more than 255 bytes
     */
    public record Datagrams(int largestBytes, @Nullable Integer ednsBytes, int malformed) {

        /** The sizes of messages that keep to the format. */
        public Datagrams(int largestBytes, @Nullable Integer ednsBytes) {
            this(largestBytes, ednsBytes, 0);
        }
    }

    /**
     * A question and its answer, as far as each was seen.
     *
     * @param timeNanos capture time of the question, or of the answer when only that was seen
     * @param packet number of that packet
     * @param id the message id
     * @param name the name asked for, or null when the message held none
     * @param type the record type asked for, or null
     * @param responseCode the RCODE, or null without an answer
     * @param answers the first {@link #MAX_ANSWERS} answer records
     * @param answersOmitted answer records beyond those kept
     */
    public record Transaction(
            long timeNanos,
            long packet,
            int id,
            @Nullable UntrustedText name,
            @Nullable Integer type,
            @Nullable Integer responseCode,
            List<Answer> answers,
            int answersOmitted) {

        /** Keeps its own copy of the list. */
        public Transaction {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer record.
     *
     * @param type the record type
     * @param ttlSeconds its time to live
     * @param address the address of an A or AAAA record, else null
     * @param text the name of a CNAME or PTR record, else null
     * @param data what any other record holds, else null
     */
    public record Answer(
            int type,
            long ttlSeconds,
            @Nullable IpAddress address,
            @Nullable UntrustedText text,
            @Nullable RecordData data) {

        /** An answer that is an address or a name. */
        public Answer(int type, long ttlSeconds, @Nullable IpAddress address, @Nullable UntrustedText text) {
            this(type, ttlSeconds, address, text, null);
        }
    }

    /**
     * The data of a record, kept as what tells two of them apart.
     *
     * @param bytes how many there are (RDLENGTH)
     * @param checksum their CRC-32C
     */
    public record RecordData(int bytes, long checksum) {}
}
