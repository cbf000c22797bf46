package io.wirecase.capture.application.vpn;

/** What the fields of an IKE header may hold. */
final class IkeHeader {

    private static final int FIRST_PRIVATE = 128;
    private static final int FIRST_PRIVATE_EXCHANGE = 240;

    private IkeHeader() {}

    /**
     * What nobody has assigned of the fields of a header, in words.
     *
     * @param major the major version, 1 or 2
     * @param payload the kind of the first payload
     * @param exchange the kind of exchange
     * @param flags the flags
     * @return the field and its value, or empty when all are in order
     */
    static String odd(int major, int payload, int exchange, int flags) {
        boolean first = major == 1;
        if (first ? !payload1(payload) : !payload2(payload)) {
            return "next payload " + payload;
        }
        if (first ? !exchange1(exchange) : !exchange2(exchange)) {
            return "exchange " + exchange;
        }
        return (flags & (first ? 0xF8 : 0xC7)) == 0 ? "" : "flags " + flags;
    }

    /** RFC 2408 section 3.1, and those that IANA added: key exchange by groups (15 to 19), NAT traversal (20, 21). */
    private static boolean payload1(int payload) {
        return payload <= 21 || payload >= FIRST_PRIVATE;
    }

    /** RFC 7296 section 3.2, and those that IANA added (49 to 54). */
    private static boolean payload2(int payload) {
        return payload == 0 || payload >= 33 && payload <= 54 || payload >= FIRST_PRIVATE;
    }

    /** RFC 2408 section 3.1; 6 is the transaction of a configuration, from 32 on each domain has its own. */
    private static boolean exchange1(int exchange) {
        return exchange <= 6 || exchange >= 32;
    }

    /** RFC 7296 section 3.1, and those that IANA added (38 to 44). */
    private static boolean exchange2(int exchange) {
        return exchange >= 34 && exchange <= 44 || exchange >= FIRST_PRIVATE_EXCHANGE;
    }
}
