package io.wirecase.core.wire;

/** Encodes the values of one type. */
interface ValuePacker {

    /** Appends a value, which is of this packer's type. */
    void pack(Object value, SmileBytes out);
}
