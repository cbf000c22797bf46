package io.wirecase.capture.application.message;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Map;

/** The protocol of Kafka: requests with a key and a version, and the SASL among them. */
public final class KafkaDialog extends FramedDialog {

    private static final int PREFIX = 4;
    private static final int MAX_KEPT = 512;
    private static final int MAX_REQUEST = 110 * 1024 * 1024;
    private static final int PORT = 9092;
    private static final int HANDSHAKE = 17;
    private static final int VERSIONS = 18;
    private static final int AUTHENTICATE = 36;
    private static final int MAX_KEY = 92;
    private static final int MAX_VERSION = 20;
    private static final int CLIENT_AT = 14;

    private static final Map<Integer, String> KEYS = Map.ofEntries(
            Map.entry(0, "Produce"),
            Map.entry(1, "Fetch"),
            Map.entry(2, "ListOffsets"),
            Map.entry(3, "Metadata"),
            Map.entry(8, "OffsetCommit"),
            Map.entry(9, "OffsetFetch"),
            Map.entry(10, "FindCoordinator"),
            Map.entry(11, "JoinGroup"),
            Map.entry(12, "Heartbeat"),
            Map.entry(14, "SyncGroup"),
            Map.entry(HANDSHAKE, "SaslHandshake"),
            Map.entry(VERSIONS, "ApiVersions"),
            Map.entry(19, "CreateTopics"),
            Map.entry(20, "DeleteTopics"),
            Map.entry(22, "InitProducerId"),
            Map.entry(AUTHENTICATE, "SaslAuthenticate"));

    /** How Kafka is told: by a request with the name of its client, on any port when it asks for versions. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "Kafka", b -> b == 0, KafkaDialog::starts, (look, around) -> new KafkaDialog(look.side(), around));

    private final Party client;
    private String mechanism = "";

    private KafkaDialog(Party client, Around around) {
        super("Kafka", MAX_KEPT, around);
        this.client = client;
    }

    private static Verdict starts(Look look) {
        boolean home = look.port(PORT) && !look.from(PORT);
        boolean length = look.length() < 4 || look.u32(0) >= 10 && look.u32(0) <= MAX_REQUEST;
        boolean key = look.length() < 6 || (home ? look.u16(4) <= MAX_KEY : look.u16(4) == VERSIONS);
        boolean version = look.length() < 8 || look.u16(6) <= MAX_VERSION;
        if (!length || !key || !version) {
            return Verdict.NO;
        }
        if (look.length() < CLIENT_AT) {
            return Verdict.MORE;
        }
        int name = look.u16(12);
        if (name == 0 || name > 255 || name + 10L > look.u32(0)) {
            return Verdict.NO;
        }
        for (int at = CLIENT_AT; at < Math.min(look.length(), CLIENT_AT + name); at++) {
            if (look.u8(at) < ' ' || look.u8(at) >= 0x7F) {
                return Verdict.NO;
            }
        }
        return look.length() < CLIENT_AT + name ? Verdict.MORE : Verdict.YES;
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (seen.length() < PREFIX) {
            return 0;
        }
        long length = seen.u32();
        return length >= 4 && length <= MAX_REQUEST ? PREFIX + length : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        kept.skip(PREFIX);
        if (sender != client) {
            return;
        }
        int key = kept.u16();
        int version = kept.u16();
        kept.skip(4);
        int name = kept.u16();
        if (kept.overrun() || key > MAX_KEY) {
            return;
        }
        understood();
        service.request(KEYS.getOrDefault(key, "key " + key));
        if (name < 0x8000) {
            service.client(kept.text(Math.min(name, kept.remaining())).raw());
        }
        if (key == HANDSHAKE) {
            mechanism = kept.text(Math.min(kept.u16(), kept.remaining())).raw();
            service.detail("sasl_version", Integer.toString(version));
        } else if (key == AUTHENTICATE) {
            login.attempt(at.packet());
            login.mechanism(mechanism);
            if (mechanism.equals("PLAIN")) {
                login.user();
                login.secret();
            }
        }
    }
}
