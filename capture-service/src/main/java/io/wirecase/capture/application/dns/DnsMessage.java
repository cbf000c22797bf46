package io.wirecase.capture.application.dns;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DNS message (RFC 1035 section 4), as far as it could be read.
 *
 * @param id the message id
 * @param response whether it answers
 * @param operation the OPCODE, 0 for a query
 * @param responseCode the RCODE, 0 to 15; means something in an answer only
 * @param question the first question, or null when it holds none
 * @param answers the records of the answer section that were read, at most {@code DnsReader.MAX_RECORDS}
 * @param answersOmitted answer records that the header counts beyond those
 * @param ednsBytes the largest answer over UDP that the sender says it can take (RFC 6891), or null
 * @param malformed whether a name breaks the format; what is merely cut short does not
 * @param whole whether every counted record was there and nothing followed the last
 */
public record DnsMessage(
        int id,
        boolean response,
        int operation,
        int responseCode,
        @Nullable Question question,
        List<ResourceRecord> answers,
        int answersOmitted,
        @Nullable Integer ednsBytes,
        boolean malformed,
        boolean whole) {

    /** Keeps its own copy of the list. */
    public DnsMessage {
        answers = List.copyOf(answers);
    }

    /**
     * What is asked.
     *
     * @param name the name, without the last dot, as sent
     * @param type the record type asked for
     */
    public record Question(UntrustedText name, int type) {}

    /**
     * A record of the answer section.
     *
     * @param owner the name it belongs to
     * @param type its type
     * @param ttlSeconds its time to live, 0 to 2^31-1 (RFC 2181 section 8)
     * @param address the address of an A or AAAA record, else null
     * @param text the name of a CNAME or PTR record, else null
     * @param data what any other record holds, else null
     */
    public record ResourceRecord(
            UntrustedText owner,
            int type,
            long ttlSeconds,
            @Nullable IpAddress address,
            @Nullable UntrustedText text,
            DnsFacts.@Nullable RecordData data) {}
}
