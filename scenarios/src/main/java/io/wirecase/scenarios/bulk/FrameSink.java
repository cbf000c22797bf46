package io.wirecase.scenarios.bulk;

import java.io.IOException;

/** Takes frames in the order of their time. */
interface FrameSink {

    /** Takes a frame seen at an offset from the start, in nanoseconds. */
    void frame(long at, byte[] frame) throws IOException;
}
