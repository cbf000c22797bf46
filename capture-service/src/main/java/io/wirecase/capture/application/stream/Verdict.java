package io.wirecase.capture.application.stream;

/** What the first bytes of a stream say about a protocol. */
public enum Verdict {
    /** They are its. */
    YES,
    /** They are not. */
    NO,
    /** Too few to tell. */
    MORE
}
