package io.wirecase.capture.application.dns;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.UntrustedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads DNS messages (RFC 1035 section 4) of any origin: names are bounded, pointers can only lead backwards. */
public final class DnsReader {

    /** The most answer records read of a message. */
    public static final int MAX_RECORDS = 128;

    static final int A = 1;
    static final int CNAME = 5;
    static final int PTR = 12;
    static final int AAAA = 28;

    private static final int HEADER = 12;
    private static final int MAX_NAME = 255;
    private static final int POINTER = 0xC0;
    private static final int MAX_LABEL = 63;
    private static final int OPT = 41;
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    /** More questions or records of one kind than any real message has. */
    private static final int MAX_COUNT = 4096;

    /** The first question's name, to which the records of most answers point. */
    private static final int POINTER_TO_QUESTION = POINTER << 8 | HEADER;

    /** A name of so much text is far from the most bytes, pointer included. */
    private static final int FAR_FROM_MAX = MAX_NAME - 8;

    private static final int USUAL_TEXT = 64;
    /** Every byte of the longest name may have to be escaped. */
    private static final int MAX_TEXT = 2 * MAX_NAME;

    private final ByteReader in;
    private boolean broken;
    private boolean malformed;
    private @Nullable Integer ednsBytes;
    /** The name that is read, one byte a char. */
    private byte[] text = new byte[USUAL_TEXT];

    private int textLength;
    private DnsMessage.@Nullable Question question;

    private DnsReader(ByteReader in) {
        this.in = in;
    }

    /** Reads a message that fills a range; null when it is too short or its counts cannot be a message's. */
    public static @Nullable DnsMessage read(ByteReader range) {
        if (range.length() < HEADER) {
            return null;
        }
        return new DnsReader(range).message();
    }

    private @Nullable DnsMessage message() {
        int id = in.u16();
        int flags = in.u16();
        int questions = in.u16();
        int answers = in.u16();
        int authorities = in.u16();
        int additions = in.u16();
        if (questions + answers == 0 && authorities + additions == 0
                || Math.max(Math.max(questions, answers), Math.max(authorities, additions)) > MAX_COUNT) {
            return null;
        }
        for (int i = 0; i < questions && !failed(); i++) {
            UntrustedText name = name();
            int type = in.u16();
            in.skip(2);
            if (question == null && !failed()) {
                question = new DnsMessage.Question(name, type);
            }
        }
        List<DnsMessage.ResourceRecord> records = new ArrayList<>();
        for (int i = 0; i < answers && !failed() && records.size() < MAX_RECORDS; i++) {
            DnsMessage.ResourceRecord found = answer();
            if (found != null) {
                records.add(found);
            }
        }
        boolean whole = records.size() == answers && !failed() && rest(authorities + additions);
        return new DnsMessage(
                id,
                (flags & 0x8000) != 0,
                flags >> 11 & 0xF,
                flags & 0xF,
                question,
                records,
                answers - records.size(),
                ednsBytes,
                malformed,
                whole);
    }

    private boolean failed() {
        return broken || in.overrun();
    }

    /** Steps over the other records but for what EDNS says; whether they were all there and nothing followed. */
    private boolean rest(int count) {
        for (int i = 0; i < count && !failed(); i++) {
            name();
            int type = in.u16();
            int size = in.u16();
            in.skip(4);
            in.skip(in.u16());
            if (type == OPT && !failed()) {
                ednsBytes = size;
            }
        }
        return !failed() && in.remaining() == 0;
    }

    private DnsMessage.@Nullable ResourceRecord answer() {
        UntrustedText owner = owner();
        int type = in.u16();
        in.skip(2);
        long ttl = in.u32();
        int length = in.u16();
        if (failed() || length > in.remaining()) {
            broken = true;
            return null;
        }
        int end = in.position() + length;
        IpAddress address = null;
        UntrustedText text = null;
        DnsFacts.RecordData data = null;
        if (type == A && length == V4_BYTES || type == AAAA && length == V6_BYTES) {
            address = IpAddress.of(in.take(length));
        } else if (type == CNAME || type == PTR) {
            UntrustedText target = name();
            text = failed() ? null : target;
        } else if (type != A && type != AAAA) {
            CRC32C checksum = new CRC32C();
            checksum.update(in.take(length));
            data = new DnsFacts.RecordData(length, checksum.getValue());
        }
        in.seek(end);
        return new DnsMessage.ResourceRecord(owner, type, ttl > Integer.MAX_VALUE ? 0 : ttl, address, text, data);
    }

    /** The name a record belongs to; the question's is not read again. */
    private UntrustedText owner() {
        int at = in.position();
        DnsMessage.Question asked = question;
        boolean points = (in.peek(at) << 8 | in.peek(at + 1)) == POINTER_TO_QUESTION;
        if (points && asked != null && asked.name().raw().length() < FAR_FROM_MAX) {
            in.skip(2);
            return asked.name();
        }
        return name();
    }

    /**
     * A name with its labels joined by dots; a dot or backslash inside a label is escaped (RFC 1035 section 5.1). Every
     * pointer must lead to before the place it is at, and the whole is at most 255 bytes, so this ends.
     */
    private UntrustedText name() {
        textLength = 0;
        int at = in.position();
        int after = -1;
        int bytes = 0;
        while (true) {
            int length = in.peek(at);
            if (length < 0) {
                return broken();
            }
            if (length == 0) {
                at++;
                break;
            }
            if ((length & POINTER) == POINTER) {
                int low = in.peek(at + 1);
                int target = (length & ~POINTER) << 8 | low;
                if (low < 0 || target >= at) {
                    malformed |= low >= 0;
                    return broken();
                }
                after = after < 0 ? at + 2 : after;
                at = target;
                bytes += 2;
            } else {
                bytes += 1 + length;
                malformed |= length > MAX_LABEL || bytes > MAX_NAME;
                if (malformed || !label(at + 1, length)) {
                    return broken();
                }
                at += 1 + length;
            }
            if (bytes > MAX_NAME) {
                malformed = true;
                return broken();
            }
        }
        in.seek(after < 0 ? at : after);
        return text();
    }

    private boolean label(int from, int length) {
        if (textLength + 2 * length >= text.length) {
            text = Arrays.copyOf(text, MAX_TEXT + 1);
        }
        if (textLength > 0) {
            text[textLength++] = '.';
        }
        for (int i = from; i < from + length; i++) {
            int b = in.peek(i);
            if (b < 0) {
                return false;
            }
            if (b == '.' || b == '\\') {
                text[textLength++] = '\\';
            }
            text[textLength++] = (byte) b;
        }
        return true;
    }

    private UntrustedText broken() {
        broken = true;
        return text();
    }

    private UntrustedText text() {
        return new UntrustedText(new String(text, 0, textLength, StandardCharsets.ISO_8859_1));
    }
}
