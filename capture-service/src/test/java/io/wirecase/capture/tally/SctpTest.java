package io.wirecase.capture.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import io.wirecase.scenarios.packet.Bytes;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SctpTest {

    private static final String INIT = "01000014 AAAA0001 00010000 000A000A 00000001";
    private static final String DATA = "00030013 00000001 00000000 00000003 616263 00";

    @Test
    void anAssociationTellsItsTagsChunksAndState() {
        Tape.Played played = new Tape(101)
                .frame(packet(true, 0, INIT))
                .frame(packet(false, 0xAAAA0001L, "02000014 BBBB0002 00010000 000A000A 00000001"))
                .frame(packet(true, 0xBBBB0002L, "0A000008 01020304" + DATA))
                .frame(packet(false, 0xAAAA0001L, "0B000004 03000010 00000001 00010000 00000000"))
                .frame(packet(true, 0xBBBB0002L, "07000008 00000001"))
                .frame(packet(false, 0xAAAA0001L, "08000004"))
                .frame(packet(true, 0xBBBB0002L, "0E000004"))
                .play();

        Flow flow = played.only();
        assertThat(flow.key().transport()).isEqualTo(Transport.SCTP);
        assertThat(flow.key().responder().port()).isEqualTo(2_905);
        ServiceFacts facts = facts(flow);
        assertThat(facts.requests())
                .containsExactly(
                        "INIT",
                        "INIT_ACK",
                        "COOKIE_ECHO",
                        "DATA",
                        "COOKIE_ACK",
                        "SACK",
                        "SHUTDOWN",
                        "SHUTDOWN_ACK",
                        "SHUTDOWN_COMPLETE");
        assertThat(facts.details())
                .isEqualTo(Map.of(
                        "state", new UntrustedText("closed"),
                        "originatorTag", new UntrustedText("aaaa0001"),
                        "responderTag", new UntrustedText("bbbb0002"),
                        "payloadProtocol", new UntrustedText("3")));
    }

    @Test
    void anAbortIsOne() {
        Flow flow = new Tape(101)
                .frame(packet(true, 0, INIT))
                .frame(packet(false, 0xAAAA0001L, "06000004"))
                .play()
                .only();

        assertThat(facts(flow).details()).containsEntry("state", new UntrustedText("aborted"));
    }

    @Test
    void chunksThatContradictThemselvesEndTheLook() {
        Flow flow = new Tape(101)
                .frame(packet(true, 7, "03000003 01000014"))
                .frame(packet(true, 7, "FF000004 03FFFF"))
                .play()
                .only();

        assertThat(facts(flow).requests()).containsExactly("CHUNK_255");
    }

    private static ServiceFacts facts(Flow flow) {
        ServiceFacts facts = flow.facts().service();
        assertThat(facts).isNotNull();
        return facts;
    }

    private static byte[] packet(boolean fromA, long tag, String chunks) {
        byte[] bytes = HexFormat.of().parseHex(chunks.replace(" ", ""));
        return new Bytes()
                .u16(0x4500)
                .u16(32 + bytes.length)
                .u32(0)
                .u8(64)
                .u8(132)
                .u16(0)
                .u32(fromA ? 0x0A00_0001 : 0x0A00_0002)
                .u32(fromA ? 0x0A00_0002 : 0x0A00_0001)
                .u16(fromA ? 50_000 : 2_905)
                .u16(fromA ? 2_905 : 50_000)
                .u32(tag)
                .u32(0)
                .raw(bytes)
                .toArray();
    }
}
