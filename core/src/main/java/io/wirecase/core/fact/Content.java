package io.wirecase.core.fact;

/** What bytes are by how they begin: told by their first few, which are not kept. */
public enum Content {
    /** The first four are printable ASCII or white space. */
    TEXT,
    /** The first characters are UTF-8 (RFC 3629) beyond ASCII, or a byte order mark says that they are Unicode. */
    UNICODE_TEXT,
    /** gzip (RFC 1952). */
    GZIP,
    /** A script with its interpreter ({@code #!} and a slash). */
    SCRIPT,
    /** A DOS program, whose header every Windows program has too. */
    DOS_PROGRAM,
    /** A Windows program: a DOS header that leads to a PE header. */
    PE_PROGRAM,
    /** A program in the executable and linkable format. */
    ELF_PROGRAM,
    /** A 64-bit program of Apple's systems. */
    MACH_O_PROGRAM,
    /** Code for Android's runtime. */
    DEX_PROGRAM,
    /** Anything else. */
    OTHER;

    /** Whether a machine can run it. */
    public boolean program() {
        return switch (this) {
            case SCRIPT, DOS_PROGRAM, PE_PROGRAM, ELF_PROGRAM, MACH_O_PROGRAM, DEX_PROGRAM -> true;
            case TEXT, UNICODE_TEXT, GZIP, OTHER -> false;
        };
    }
}
