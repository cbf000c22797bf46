package io.wirecase.local.client;

/** A report that was asked for: there, or on its way. */
public sealed interface ReportAnswer {

    /** It can be fetched. */
    record Ready() implements ReportAnswer {}

    /**
     * It is being made.
     *
     * @param waitingFor what for, in the front door's words; may be empty
     */
    record Building(String waitingFor) implements ReportAnswer {}
}
