package io.wirecase.platform.watchlist;

import java.util.Locale;

/** What the entries of a list are. */
public enum ListKind {
    /** Addresses and networks (RFC 4632) of malware's servers. */
    ADDRESSES,
    /** Addresses and networks from which anonymising services let their users out. */
    EXITS,
    /** Domain names; each stands for all names below it, too. */
    DOMAINS,
    /** Fingerprints of programs: JA3 and HASSH (MD5, hex), JA4. */
    FINGERPRINTS,
    /** SHA-1 of certificates, hex, with or without colons. */
    CERTIFICATES,
    /** Numbers of autonomous systems (RFC 6793), with or without {@code AS}. */
    SYSTEMS;

    /** As in settings and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
