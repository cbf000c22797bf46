package io.wirecase.capture.flow;

/**
 * What was given up because its share of memory was full. All zero where memory sufficed.
 *
 * @param flows flows pushed out because too many were open
 * @param parsers flows of which less was read than there was to read
 * @param names answers of name servers, by address and by name, forgotten for newer ones before they ran out
 * @param announcements flows that others had announced, forgotten for newer ones
 * @param skippedBytes payload bytes of TCP no longer waited for, since too much that came after them waited
 */
public record Shortages(long flows, long parsers, long names, long announcements, long skippedBytes) {

    /** Memory sufficed. */
    public static final Shortages NONE = new Shortages(0, 0, 0, 0, 0);

    /** What came since an earlier count. */
    public Shortages since(Shortages before) {
        return new Shortages(
                flows - before.flows,
                parsers - before.parsers,
                names - before.names,
                announcements - before.announcements,
                skippedBytes - before.skippedBytes);
    }
}
