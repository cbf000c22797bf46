package io.wirecase.capture.application.stream;

/** What the first bytes of a stream say about a protocol. */
public enum Verdict {
    /** They are its. */
    YES,
    /** They are not. */
    NO,
    /** Too few to tell. */
    MORE;

    /** The surer of two: yes before more before no. */
    public Verdict or(Verdict other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == MORE || other == MORE ? MORE : NO;
    }

    /** What a condition that needs no more bytes says. */
    public static Verdict of(boolean fits) {
        return fits ? YES : NO;
    }
}
