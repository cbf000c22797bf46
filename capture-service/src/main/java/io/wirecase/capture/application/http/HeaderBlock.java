package io.wirecase.capture.application.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The header blocks of one direction (RFC 9113 section 4.3). HPACK (RFC 7541) is Netty's, which the service has
 * aboard: a decoder with a dynamic table and Huffman codes that has met hostile peers before; its table and lists are
 * bounded here.
 */
final class HeaderBlock {

    private static final int MAX_BLOCK = 64 * 1024;
    private static final int MAX_LIST = 256 * 1024;
    private static final int DEFAULT_TABLE = 4096;
    private static final int MAX_TABLE = 64 * 1024;
    /** Bytes of memory for a table of the default size, as full as most are. */
    private static final int USUAL_TABLE = 4 * 1024;

    /**
     * A block that was read.
     *
     * @param stream the stream it is of
     * @param headers its fields, in order
     * @param length its bytes
     * @param timeNanos capture time of its first packet
     * @param packet number of that packet
     */
    record Fields(int stream, Http2Headers headers, int length, long timeNanos, long packet) {}

    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false, MAX_LIST);
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);
    private int stream;
    private long timeNanos;
    private long packet;
    private boolean lost;

    void begin(int ofStream, Chunk at) {
        gathered.reset();
        stream = ofStream;
        timeNanos = at.timeNanos();
        packet = at.packet();
    }

    void add(ByteReader in) {
        if (gathered.size() + in.remaining() > MAX_BLOCK) {
            lost = true;
        }
        if (!lost) {
            gathered.writeBytes(in.take(in.remaining()));
        }
    }

    /** The fields of the block that ended, or null where they cannot be told; then the next ones cannot either. */
    @Nullable
    Fields end() {
        if (lost) {
            return null;
        }
        ByteBuf block = Unpooled.wrappedBuffer(gathered.toByteArray());
        int length = gathered.size();
        gathered.reset();
        try {
            return new Fields(stream, decoder.decodeHeaders(Math.max(1, stream), block), length, timeNanos, packet);
        } catch (Http2Exception bad) {
            lost = true;
            return null;
        }
    }

    /** Bytes of memory it takes; a table of fields is most of it. */
    int held() {
        return USUAL_TABLE + gathered.size();
    }

    /**
     * The other side grants a table of this size. A smaller one than now is not enforced: from when on it holds cannot
     * be seen on the way, and its sender says when it shrinks it.
     */
    void grant(long size) {
        long bounded = Math.min(size, MAX_TABLE);
        if (bounded <= DEFAULT_TABLE || lost) {
            return;
        }
        try {
            decoder.maxHeaderTableSize(bounded);
        } catch (Http2Exception bad) {
            lost = true;
        }
    }
}
