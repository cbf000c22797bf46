package io.wirecase.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.Facts;
import io.wirecase.core.fact.ServiceFacts;
import io.wirecase.core.flow.Activity;
import io.wirecase.core.flow.Application;
import io.wirecase.core.flow.Counts;
import io.wirecase.core.flow.Ending;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowKey;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.flow.Span;
import io.wirecase.core.flow.Traffic;
import io.wirecase.core.net.Endpoint;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.Transport;
import io.wirecase.core.net.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlowPackerTest {

    private static final UUID CAPTURE = Ids.capture("office", "00ff");

    private final FlowPacker packer = new FlowPacker();

    @Test
    void aPackedFlowMeansTheSameInAnyPlaceOfAnyBlock() throws Exception {
        Flow plain = flow(1, null);
        Flow service = flow(2, service(3));
        PackedFlow one = packer.pack(plain);
        PackedFlow two = new FlowPacker().pack(service);

        assertThat(read(one, two)).containsExactly(plain, service);
        assertThat(read(two, one, one)).containsExactly(service, plain, plain);
        assertThat(read(one)).containsExactly(plain);
    }

    @Test
    void namesThatPacketsChoseDoNotShiftThoseOfTheBlock() throws Exception {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < FlowBlock.MAX_FLOWS; i++) {
            flows.add(flow(i, service(i * 20)));
        }

        List<Flow> read = new ArrayList<>();
        OpenBlock open = block();
        int blocks = 1;
        for (Flow flow : flows) {
            PackedFlow packed = packer.pack(flow);
            if (!open.fits(packed)) {
                read.addAll(Codec.decodeBlock(open.encoded()).block().flows());
                open.clear();
                blocks++;
            }
            open.add(packed);
        }
        read.addAll(Codec.decodeBlock(open.encoded()).block().flows());

        assertThat(read).isEqualTo(flows);
        assertThat(blocks).isGreaterThan(2);
    }

    @Test
    void emptyListsTakeNoRoom() {
        Flow empty = flow(1, null);
        Flow tagged = new Flow(
                empty.id(),
                empty.origin(),
                new FlowKey(Transport.UDP, 17, end("10.0.0.1"), end("2001:db8::2"), List.of(7), null),
                empty.span(),
                empty.traffic(),
                empty.ending(),
                empty.application(),
                empty.facts(),
                null,
                empty.activity());

        // A name, a list's two ends and a number.
        assertThat(packer.pack(tagged).size()).isEqualTo(packer.pack(empty).size() + 4);
    }

    @Test
    void aBlockAsOlderWritersMadeItIsRead() throws Exception {
        FlowBlock block = new FlowBlock(CAPTURE, 1, "office", 3, List.of(flow(1, service(5)), flow(2, null)));

        assertThat(Codec.decodeBlock(Codec.encodeBlock(block)).block()).isEqualTo(block);
    }

    private List<Flow> read(PackedFlow... flows) throws Unreadable {
        OpenBlock block = block();
        for (PackedFlow flow : flows) {
            assertThat(block.fits(flow)).isTrue();
            block.add(flow);
        }
        Codec.DecodedBlock decoded = Codec.decodeBlock(block.encoded());
        assertThat(decoded.bad()).isEmpty();
        assertThat(decoded.block().captureId()).isEqualTo(CAPTURE);
        assertThat(decoded.block().site()).isEqualTo("office");
        assertThat(decoded.block().partition()).isEqualTo(3);
        return decoded.block().flows();
    }

    private static OpenBlock block() {
        return new OpenBlock(CAPTURE, 1, "office", 3);
    }

    static ServiceFacts service(int first) {
        Map<String, UntrustedText> details = new TreeMap<>();
        for (int i = first; i < first + ServiceFacts.MAX_DETAILS; i++) {
            details.put("detail-" + i, new UntrustedText("\u00e4 " + i));
        }
        return new ServiceFacts("NTP", new UntrustedText("4"), null, null, List.of("client", "server"), details);
    }

    private static Endpoint end(String address) {
        return new Endpoint(IpAddress.of(address), 123);
    }

    static Flow flow(long packet, ServiceFacts service) {
        return new Flow(
                Ids.flow(CAPTURE, 1, packet, null),
                new FlowOrigin(CAPTURE, 1, "office", "upload"),
                new FlowKey(Transport.UDP, 17, end("10.0.0.1"), end("2001:db8::2"), List.of(), null),
                new Span(5, 1772440081075983000L, packet, packet + 1),
                new Traffic(new Counts(1, 60, 46, 26), Counts.NONE),
                new Ending(Ending.Reason.IDLE, 1, true),
                Application.UNKNOWN,
                new Facts.Draft().service(service).build(),
                null,
                new Activity(1, 0, List.of()));
    }
}
