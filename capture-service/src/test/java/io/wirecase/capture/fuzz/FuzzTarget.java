package io.wirecase.capture.fuzz;

import java.util.List;

/** Code that must stand any bytes. */
interface FuzzTarget {

    /** Its name on the command line. */
    String name();

    /**
     * Runs the code; throws when it did, or when what it said cannot be.
     *
     * @param input any bytes
     */
    void run(byte[] input);

    /** Inputs that lead far into the code, the same at every call. */
    List<byte[]> seeds();
}
