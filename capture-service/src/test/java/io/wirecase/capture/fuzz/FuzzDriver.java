package io.wirecase.capture.fuzz;

/** What Jazzer calls: the target that the system property names. */
public final class FuzzDriver {

    static final String TARGET = "wirecase.fuzz.target";

    private static final FuzzTarget CHOSEN = FuzzTargets.named(System.getProperty(TARGET, "captures"));

    private FuzzDriver() {}

    /** Loads what the target needs, so that the first input is not taken for one that hangs. */
    public static void fuzzerInitialize() {
        CHOSEN.seeds().forEach(CHOSEN::run);
    }

    /** Runs one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        CHOSEN.run(input);
    }
}
