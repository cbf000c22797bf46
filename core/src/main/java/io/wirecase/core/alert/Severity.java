package io.wirecase.core.alert;

/** A word for a score. The limits are the field's usual ones: 1, 10, 50, 100, 200 and 250 points. */
public enum Severity {
    NONE(0),
    INFO(1),
    NOTICE(10),
    WARNING(50),
    ERROR(100),
    CRITICAL(200),
    EMERGENCY(250);

    private final int from;

    Severity(int from) {
        this.from = from;
    }

    /** The least score that has this word. */
    public int from() {
        return from;
    }

    /** The word for a score; {@link #NONE} for 0 and below. */
    public static Severity of(int score) {
        Severity word = NONE;
        for (Severity severity : values()) {
            if (score >= severity.from) {
                word = severity;
            }
        }
        return word;
    }
}
