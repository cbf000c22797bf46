package io.wirecase.capture.packet;

/** Link types by tcpdump.org's registry: those we read, and names for people. */
public final class LinkTypes {

    static final int NULL = 0;
    static final int ETHERNET = 1;
    static final int PPP = 9;
    static final int RAW_BSD = 12;
    static final int RAW_OPENBSD = 14;
    static final int PPP_HDLC = 50;
    static final int PPP_ETHER = 51;
    static final int RAW = 101;
    static final int C_HDLC = 104;
    static final int IEEE802_11 = 105;
    static final int LOOP = 108;
    static final int LINUX_SLL = 113;
    static final int PFLOG = 117;
    static final int RADIOTAP = 127;
    static final int PPI = 192;
    static final int PPP_WITH_DIRECTION = 204;
    static final int MPLS = 219;
    static final int IPV4 = 228;
    static final int IPV6 = 229;
    static final int LINUX_SLL2 = 276;

    private LinkTypes() {}

    /** A link type's name, for example {@code "EN10MB"}; a number for those we do not read. */
    public static String name(int linkType) {
        return switch (linkType) {
            case NULL -> "NULL";
            case ETHERNET -> "EN10MB";
            case PPP -> "PPP";
            case RAW_BSD, RAW_OPENBSD, RAW -> "RAW";
            case PPP_HDLC -> "PPP_HDLC";
            case PPP_ETHER -> "PPP_ETHER";
            case C_HDLC -> "C_HDLC";
            case IEEE802_11 -> "IEEE802_11";
            case LOOP -> "LOOP";
            case LINUX_SLL -> "LINUX_SLL";
            case PFLOG -> "PFLOG";
            case PPP_WITH_DIRECTION -> "PPP_WITH_DIR";
            case MPLS -> "MPLS";
            case RADIOTAP -> "IEEE802_11_RADIOTAP";
            case PPI -> "PPI";
            case IPV4 -> "IPV4";
            case IPV6 -> "IPV6";
            case LINUX_SLL2 -> "LINUX_SLL2";
            default -> linkType < 0 ? "undescribed" : "link type " + linkType;
        };
    }
}
