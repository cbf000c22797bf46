package io.wirecase.report.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format"). Unlike the text format it
 * needs no escaping, so nothing that came out of a packet can change what a row means.
 */
final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final int END = -1;
    /** PostgreSQL counts days and microseconds from 2000-01-01. */
    private static final long EPOCH_DAYS = 10_957;

    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final long NANOS_PER_MICRO = 1_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int rows;

    /** Begins a row. */
    void row(int columns) {
        write(() -> {
            if (rows == 0) {
                out.write(SIGNATURE);
                out.writeInt(0);
                out.writeInt(0);
            }
            out.writeShort(columns);
        });
        rows++;
    }

    int rows() {
        return rows;
    }

    /** Everything with the closing mark; no rows may follow. */
    byte[] finish() {
        write(() -> out.writeShort(END));
        return bytes.toByteArray();
    }

    void bool(boolean value) {
        write(() -> {
            out.writeInt(1);
            out.writeByte(value ? 1 : 0);
        });
    }

    void number(int value) {
        write(() -> {
            out.writeInt(Integer.BYTES);
            out.writeInt(value);
        });
    }

    void number(@Nullable Integer value) {
        if (value == null) {
            nothing();
        } else {
            number(value.intValue());
        }
    }

    void number(long value) {
        write(() -> {
            out.writeInt(Long.BYTES);
            out.writeLong(value);
        });
    }

    void uuid(UUID value) {
        write(() -> {
            out.writeInt(2 * Long.BYTES);
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        });
    }

    void bytes(byte[] value) {
        write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    /** Text without U+0000 or lone surrogates (see {@link Columns}). */
    void text(@Nullable String value) {
        if (value == null) {
            nothing();
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A date from its days since 1970-01-01. */
    void date(long epochDay) {
        number((int) (epochDay - EPOCH_DAYS));
    }

    /** A timestamp with time zone, cut to the microsecond it falls in. */
    void timestamp(long epochNanos) {
        number(Math.floorDiv(epochNanos, NANOS_PER_MICRO) - EPOCH_DAYS * MICROS_PER_DAY);
    }

    private void nothing() {
        write(() -> out.writeInt(NULL));
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
