package io.wirecase.report.hypothesis;

/** What evidence there can be. Kinds of one group are correlated: they are one fact seen from several sides. */
public enum EvidenceKind {
    /** At least three exchanges were compared with a known one and all match it wholly. */
    EXCHANGE_WHOLE(Group.IDENTITY, "every exchange matches a known one"),
    /** One or two were compared and match. */
    EXCHANGE_WHOLE_FEW(Group.IDENTITY, "the few exchanges seen match a known one"),
    /** An exchange carries a known service's name and is not what that service says. */
    EXCHANGE_BROKEN(Group.IDENTITY, "exchanges in a known service's name are not that service's"),
    /** As before, but in fewer than a tenth of the exchanges. */
    EXCHANGE_SOME_BROKEN(Group.IDENTITY, "a few exchanges in a known service's name are not that service's"),
    /** HTTP was read, and neither a Host nor a lookup says for whom it is: it cannot be compared. */
    EXCHANGE_UNNAMED(Group.IDENTITY, "an exchange that says no name and cannot be compared with known ones"),
    /** HTTP was read and is near no known exchange. */
    EXCHANGE_UNKNOWN(Group.IDENTITY, "the exchange is none of the known ones"),
    /** The application was read and is not HTTP. */
    OTHER_PROTOCOL(Group.IDENTITY, "the protocol is not that of the known exchanges"),
    /** Periodic, to an external server, and nothing names the software. */
    UNIDENTIFIED_AUTOMATION(Group.IDENTITY, "automated, and nothing names the software"),
    /** The server was asked for by name. */
    NAMED(Group.IDENTITY, "the server was asked for by name"),
    /** The server was never asked for by name, though the host's lookups are in the capture. */
    NEVER_NAMED(Group.IDENTITY, "the server was never asked for by name"),
    /** Names, addresses, time, discovery: what hosts say so that a network works. */
    NETWORK_SERVICE(Group.IDENTITY, "a service of the network itself"),
    /** Detection found one address claimed by several devices. */
    ADDRESS_CONFLICT(Group.IDENTITY, "an address is claimed by several devices"),
    /**
     * Detection found signs that a claim is forged: pushed on others, or in another's name, while the holder claims
     * too.
     */
    CLAIM_FORGED(Group.IDENTITY, "an address is claimed with signs of forgery"),
    /** Detection found a device that hands out addresses or routes and was not known to. */
    ROGUE_SERVICE(Group.IDENTITY, "a device offers addresses or routes that others offered before"),
    /** Detection or enrichment found a known service's name at somebody else's address. */
    IMPERSONATION(Group.IDENTITY, "a known service's name at another's address"),
    /** Detection found many lookups of names that look made by a program. */
    GENERATED_NAMES(Group.IDENTITY, "lookups of names that look generated"),

    PERIODIC(Group.TIMING, "periodic starts"),
    BURSTS(Group.TIMING, "starts in bursts"),
    RETRY(Group.TIMING, "starts like retries"),
    APERIODIC(Group.TIMING, "starts without a period"),
    /** Nearly all starts fall into times without any other use of the host. */
    WHILE_IDLE(Group.TIMING, "starts while the host is otherwise idle"),
    /** Ten minutes and more in the median. */
    LONG_LIVED(Group.TIMING, "connections that stay open long"),

    FIXED_SIZE(Group.VOLUME, "the same amount each time, both ways"),
    UPLOAD_HEAVY(Group.VOLUME, "mostly sent client to server"),
    /** As UPLOAD_HEAVY, but less than a megabyte together. */
    UPLOAD_MORE(Group.VOLUME, "more sent client to server than back, though not much"),
    DOWNLOAD_HEAVY(Group.VOLUME, "mostly sent server to client"),
    /** Detection found an amount, in all or in a minute, far from what the host sends otherwise. */
    UNUSUAL_AMOUNT(Group.VOLUME, "an amount far from the host's usual"),
    /** Detection found a rate that serves no exchange. */
    FLOOD_RATE(Group.VOLUME, "a rate of packets that serves no exchange"),

    ANSWERED(Group.OUTCOME, "nearly every flow was answered"),
    FAILED_ONCE(Group.OUTCOME, "the attempts seen came to nothing"),
    FAILED_RETRIES(Group.OUTCOME, "repeated attempts at the same service came to nothing"),
    PARTLY_FAILED(Group.OUTCOME, "some attempts came to nothing"),
    MANY_TARGETS_FAILED(Group.OUTCOME, "many targets tried, most refused or silent"),
    /** Of connections opened together one is used; the client gives up the others. */
    RACED(Group.OUTCOME, "addresses of one name raced, the slower given up by the client"),
    /** Many short sessions of one service of remote administration. */
    LOGIN_ATTEMPTS(Group.OUTCOME, "many short sessions like attempts to log in"),
    /** Detection found a host that reaches one internal host after another. */
    SPREADING(Group.OUTCOME, "one internal host after another reached"),

    SHARED_PEER(Group.CONTEXT, "other hosts of the site use the same server"),
    ONLY_HOST(Group.CONTEXT, "no other host of the site uses this server"),
    INTERNAL_PEER(Group.CONTEXT, "the other end is internal"),
    ADMIN_PORT(Group.CONTEXT, "ports of remote administration"),
    LONG_KNOWN(Group.CONTEXT, "seen for a long time"),
    GROUP_DESTINATION(Group.CONTEXT, "sent to a group, which does not answer"),
    PUSH_PORT(Group.CONTEXT, "ports that push channels use"),
    CALL_OR_VPN(Group.CONTEXT, "a protocol of calls, private networks or peers"),
    MINING_PORT(Group.CONTEXT, "ports that mining pools use"),

    NO_USER_AGENT(Group.CONTENT, "requests without a User-Agent"),
    EMPTY_REPLIES(Group.CONTENT, "every reply is empty"),
    BROWSER_USER_AGENT(Group.CONTENT, "the User-Agent is a browser's"),
    NAMED_SOFTWARE(Group.CONTENT, "the User-Agent names other software"),
    ATTACK_CONTENT(Group.CONTENT, "content that tries to make a service do what it should not"),
    ODD_PORT(Group.CONTENT, "a protocol on a port that is not its own"),
    OPENED_EMPTY(Group.CONTENT, "connections opened and closed without a word"),
    /** CONNECT through the same server to one or a few names. */
    CONNECT_FEW(Group.CONTENT, "a server asked to pass connections on to few others"),
    /** CONNECT through the same server to many names. */
    CONNECT_MANY(Group.CONTENT, "a server asked to pass connections on to many others"),
    /** Detection found names or echoes that carry more than they should. */
    HIDDEN_CHANNEL(Group.CONTENT, "lookups or echoes that carry other data"),
    /** Flags that no ordinary connection starts with. */
    ODD_FLAGS(Group.CONTENT, "packets with flags that no ordinary connection starts with");

    private final Group group;
    private final String title;

    EvidenceKind(Group group, String title) {
        this.group = group;
        this.title = title;
    }

    /** The group it is correlated with. */
    public Group group() {
        return group;
    }

    /** What it is, for readers, in lower case. */
    public String title() {
        return title;
    }

    /** Kinds that are one fact seen from several sides. */
    public enum Group {
        IDENTITY,
        TIMING,
        VOLUME,
        OUTCOME,
        CONTEXT,
        CONTENT;

        /** The word in reports. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
