package io.wirecase.scenarios.traffic;

/** What goes wrong with a check that stops being one. */
public enum Twist {
    BODY("replies carry 20 kB"),
    POST("requests become POST with a body"),
    ADDRESS("the address is none the name resolved to");

    /** The first exchange that is no connectivity check, counted from 0. */
    public static final int AT_EXCHANGE = 40;

    private final String what;

    Twist(String what) {
        this.what = what;
    }

    /** What goes wrong, in words. */
    public String what() {
        return what;
    }
}
