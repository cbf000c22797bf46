package io.wirecase.capture.application.database;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;

/** The wire protocol of MongoDB: messages with documents of BSON, whose first field names the command. */
public final class MongoDialog extends FramedDialog {

    private static final int HEADER = 16;
    private static final int MAX_KEPT = 4096;
    private static final int MAX_MESSAGE = 48_000_000;
    private static final int REPLY = 1;
    private static final int QUERY = 2004;
    private static final int COMPRESSED = 2012;
    private static final int MESSAGE = 2013;
    private static final int MAX_FIELDS = 16;
    private static final int TEXT = 2;
    private static final int DOUBLE = 1;

    /** How MongoDB is told: by a header with a length, two numbers and an operation. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "MongoDB", b -> b >= 16, MongoDialog::starts, (look, around) -> new MongoDialog(look, around));

    private final Party client;

    private MongoDialog(Look look, Around around) {
        super("MongoDB", MAX_KEPT, around);
        long answerTo = look.u32le(8);
        client = answerTo == 0 ? look.side() : look.side().other();
    }

    private static Verdict starts(Look look) {
        if (look.length() >= 4 && (look.u32le(0) < HEADER + 5 || look.u32le(0) > MAX_MESSAGE)) {
            return Verdict.NO;
        }
        if (look.length() > 14 && (look.u8(14) != 0 || look.u8(13) > 7)) {
            return Verdict.NO;
        }
        if (look.length() < HEADER + 4) {
            return look.length() < 4 || look.u8(3) < 3 ? Verdict.MORE : Verdict.NO;
        }
        long code = look.u32le(12);
        boolean old = code >= 2001 && code <= 2007;
        boolean flags = look.u32le(16) < 0x20000 || code == COMPRESSED;
        return Verdict.of((old || code == COMPRESSED || code == MESSAGE) && flags);
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (seen.length() < HEADER) {
            return 0;
        }
        long length = seen.u32le();
        return length >= HEADER && length <= MAX_MESSAGE ? length : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        kept.seek(12);
        long code = kept.u32le();
        if (code == QUERY) {
            kept.skip(4);
            service.detail("collection", kept.untilZero());
            kept.skip(8);
        } else if (code == MESSAGE) {
            kept.skip(4);
            if (kept.u8() != 0) {
                return;
            }
        } else if (code == REPLY) {
            kept.skip(20);
        } else {
            return;
        }
        understood();
        document(kept, sender == client, at.packet());
    }

    private void document(ByteReader in, boolean asks, long packet) {
        in.skip(4);
        for (int i = 0; i < MAX_FIELDS && in.remaining() > 1; i++) {
            int type = in.u8();
            String name = in.untilZero();
            if (i == 0 && asks) {
                command(name, packet);
            }
            if (!field(in, type, asks, name)) {
                return;
            }
        }
    }

    private void command(String name, long packet) {
        boolean word = !name.isEmpty() && name.length() <= 30 && name.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (word) {
            service.request(name);
        }
        if (name.equals("saslStart") || name.equals("authenticate")) {
            login.attempt(packet);
            login.user();
        }
    }

    /** Reads or passes over a field's value; whether the next can be found. */
    private boolean field(ByteReader in, int type, boolean asks, String name) {
        switch (type) {
            case DOUBLE, 9, 17, 18 -> {
                byte[] bits = in.take(8);
                if (!asks && name.equals("ok") && login.pending() && bits.length == 8 && bits[7] == 0) {
                    login.answer(false);
                }
            }
            case TEXT -> {
                int length = (int) Math.min(in.u32le(), 4096);
                String text = in.slice(Math.max(0, length)).untilZero();
                if (asks && name.equals("mechanism")) {
                    mechanism(text);
                } else if (!asks && name.equals("version")) {
                    service.server(text);
                }
            }
            case 3, 4 -> in.skip((int) Math.min(Math.max(0, in.u32le() - 4), in.remaining()));
            case 5 -> in.skip((int) Math.min(in.u32le() + 1, in.remaining()));
            case 7 -> in.skip(12);
            case 8 -> {
                if (in.u8() != 0 && !asks && name.equals("done") && login.pending()) {
                    login.answer(true);
                }
            }
            case 10 -> {
                // A null has no bytes.
            }
            case 16 -> in.skip(4);
            default -> {
                return false;
            }
        }
        return !in.overrun();
    }

    private void mechanism(String word) {
        login.mechanism(word);
        if (word.equals("PLAIN")) {
            login.secret();
        }
    }
}
