package io.wirecase.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Values in Smile, the binary form of JSON (github.com/FasterXML/smile-format-specification, version 1), one behind
 * the other in an array that grows.
 */
final class SmileBytes {

    /** Raw binary values, which are shorter than those of seven bits a byte, and names told once. */
    private static final byte[] HEADER = {':', ')', '\n', 0x05};

    private static final int FALSE = 0x22;
    private static final int TRUE = 0x23;
    private static final int INT = 0x24;
    private static final int LONG = 0x25;
    private static final int DOUBLE = 0x29;
    private static final int SMALL_INT = 0xC0;
    private static final int EMPTY_TEXT = 0x20;
    private static final int TINY_ASCII = 0x40;
    private static final int TINY_UNICODE = 0x80;
    private static final int LONG_ASCII = 0xE0;
    private static final int LONG_UNICODE = 0xE4;
    private static final int LONG_NAME = 0x34;
    private static final int BEGIN_ARRAY = 0xF8;
    private static final int END_ARRAY = 0xF9;
    private static final int BEGIN_OBJECT = 0xFA;
    private static final int END_OBJECT = 0xFB;
    private static final int END_TEXT = 0xFC;
    private static final int BINARY = 0xFD;
    private static final int NULL = 0x21;

    /** The longest ASCII text whose length is in its token, and the shortest and longest other one. */
    private static final int MAX_ASCII = 64;

    private static final int MIN_UNICODE = 2;
    private static final int MAX_UNICODE = 65;
    private static final int LAST_BITS = 6;
    private static final int LAST_MASK = 0x3F;
    private static final int LAST_MARK = 0x80;
    private static final int BITS = 7;
    private static final int MASK = 0x7F;
    /** The most bytes of anything that is written at once. */
    private static final int MOST = 24;

    private static final int USUAL = 1024;

    private byte[] bytes;
    private int at;
    private int names;
    private int ownNames;

    SmileBytes() {
        this(USUAL);
    }

    /** With room for so many bytes at first. */
    SmileBytes(int room) {
        bytes = new byte[room];
    }

    /** How many of the {@link SharedNames} were referred to: one more than the highest number. */
    int names() {
        return names;
    }

    /** How many names were told that are not among those. */
    int ownNames() {
        return ownNames;
    }

    /** How many bytes there are. */
    int length() {
        return at;
    }

    /** A copy of them. */
    byte[] copy() {
        return Arrays.copyOf(bytes, at);
    }

    void clear() {
        at = 0;
        names = 0;
        ownNames = 0;
    }

    void header() {
        raw(HEADER);
    }

    /** Adds bytes that are Smile already. */
    void raw(byte[] encoded) {
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
        at += encoded.length;
    }

    void beginObject() {
        token(BEGIN_OBJECT);
    }

    void endObject() {
        token(END_OBJECT);
    }

    void beginArray() {
        token(BEGIN_ARRAY);
    }

    void endArray() {
        token(END_ARRAY);
    }

    void nothing() {
        token(NULL);
    }

    void truth(boolean value) {
        token(value ? TRUE : FALSE);
    }

    /** A whole number, in as few bytes as it takes. */
    void number(long value) {
        room(MOST);
        if (value >= -16 && value <= 15) {
            bytes[at++] = (byte) (SMALL_INT + (value << 1 ^ value >> 63));
            return;
        }
        bytes[at++] = (byte) (value == (int) value ? INT : LONG);
        unsigned(value << 1 ^ value >> 63);
    }

    /** Seven bits a byte, the highest first; six in the last one, which is marked. */
    private void unsigned(long value) {
        int more = 0;
        for (long rest = value >>> LAST_BITS; rest != 0; rest >>>= BITS) {
            more++;
        }
        int last = at + more;
        bytes[last] = (byte) (LAST_MARK | value & LAST_MASK);
        long rest = value >>> LAST_BITS;
        for (int i = last - 1; i >= at; i--) {
            bytes[i] = (byte) (rest & MASK);
            rest >>>= BITS;
        }
        at = last + 1;
    }

    void number(double value) {
        room(MOST);
        bytes[at] = (byte) DOUBLE;
        long rest = Double.doubleToLongBits(value);
        for (int i = 10; i > 0; i--) {
            bytes[at + i] = (byte) (rest & MASK);
            rest >>>= BITS;
        }
        at += 11;
    }

    /** The low bytes of a number, the highest first, as a binary value of up to 8 bytes. */
    void binary(long low, int count) {
        room(MOST);
        binaryHead(count);
        bigEndian(low, count);
    }

    /** Two numbers, the higher first, as a binary value of 16 bytes. */
    void id(long high, long low) {
        room(MOST);
        binaryHead(2 * Long.BYTES);
        bigEndian(high, Long.BYTES);
        bigEndian(low, Long.BYTES);
    }

    private void binaryHead(int count) {
        bytes[at++] = (byte) BINARY;
        bytes[at++] = (byte) (LAST_MARK | count);
    }

    private void bigEndian(long value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bytes[at++] = (byte) (value >>> Byte.SIZE * i);
        }
    }

    /** Text; half of a surrogate pair becomes a question mark. */
    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int length = utf8.length;
        room(length + MOST);
        if (length == 0) {
            bytes[at++] = EMPTY_TEXT;
            return;
        }
        boolean ascii = length == value.length();
        boolean isLong = length > (ascii ? MAX_ASCII : MAX_UNICODE);
        if (isLong) {
            bytes[at++] = (byte) (ascii ? LONG_ASCII : LONG_UNICODE);
        } else {
            bytes[at++] = (byte) (ascii ? TINY_ASCII + length - 1 : TINY_UNICODE + length - MIN_UNICODE);
        }
        System.arraycopy(utf8, 0, bytes, at, length);
        at += length;
        if (isLong) {
            bytes[at++] = (byte) END_TEXT;
        }
    }

    /** A member's name by its number. */
    void name(int number, byte[] reference) {
        names = Math.max(names, number + 1);
        raw(reference);
    }

    /** A member's name of any length that is none of the numbered ones. */
    void ownName(String name) {
        ownNames++;
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        token(LONG_NAME);
        raw(utf8);
        token(END_TEXT);
    }

    private void token(int token) {
        room(1);
        bytes[at++] = (byte) token;
    }

    private void room(int count) {
        if (bytes.length - at < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + count));
        }
    }
}
