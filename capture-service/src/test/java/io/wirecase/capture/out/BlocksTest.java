package io.wirecase.capture.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.flow.CaptureIdentity;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.run.CaptureReader;
import io.wirecase.capture.run.FlowSink;
import io.wirecase.capture.run.Tallies;
import io.wirecase.core.flow.Flow;
import io.wirecase.core.flow.FlowOrigin;
import io.wirecase.core.wire.Accounts;
import io.wirecase.core.wire.Codec;
import io.wirecase.core.wire.FlowBlock;
import io.wirecase.core.wire.FlowPacker;
import io.wirecase.core.wire.Unreadable;
import io.wirecase.scenarios.capture.CaptureFormat;
import io.wirecase.scenarios.fixture.Fixtures;
import io.wirecase.scenarios.fixture.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlocksTest {

    private static final UUID CAPTURE = new UUID(1, 2);
    private static final List<Flow> FLOWS = new ArrayList<>();

    private final List<FlowBlock> sent = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final FlowPacker packer = new FlowPacker();
    private final Blocks blocks = new Blocks(CAPTURE, 1, "s", 2, (partition, bytes) -> {
        try {
            FlowBlock block = Codec.decodeBlock(bytes).block();
            assertThat(block.partition()).isEqualTo(partition);
            sent.add(block);
            sizes.add(bytes.length);
        } catch (Unreadable bug) {
            throw new AssertionError(bug);
        }
    });

    @BeforeAll
    static void read(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("day.pcap");
        Fixtures.named("OfficeDay").write(file, CaptureFormat.PCAP, Settings.DEFAULT);
        new CaptureReader(FlowSettings.DEFAULT, new Tallies())
                .read(file, new CaptureIdentity(CAPTURE, 1, "s", "upload"), new FlowSink() {
                    @Override
                    public void accept(Flow flow) {
                        FLOWS.add(flow);
                    }

                    @Override
                    public void tick(double progress, Accounts accounts) {}
                });
    }

    @Test
    void aBlockHoldsAtMostTwoHundredFlowsOfOnePartitionInTheirOrder() {
        FLOWS.forEach(flow -> blocks.add(1, packer.pack(flow)));
        blocks.flush();
        assertThat(sent)
                .hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(block.flows()).hasSizeLessThanOrEqualTo(FlowBlock.MAX_FLOWS));
        assertThat(sent.stream().flatMap(block -> block.flows().stream())).containsExactlyElementsOf(FLOWS);
    }

    @Test
    void flowsThatAreLargeMakeBlocksThatStayUnderTheLimit() {
        String longSensor = "x".repeat(20_000);
        List<Flow> large = FLOWS.subList(0, 200).stream()
                .map(flow -> new Flow(
                        flow.id(),
                        new FlowOrigin(CAPTURE, 1, "s", longSensor),
                        flow.key(),
                        flow.span(),
                        flow.traffic(),
                        flow.ending(),
                        flow.application(),
                        flow.facts(),
                        flow.resolution(),
                        flow.activity()))
                .toList();
        large.forEach(flow -> blocks.add(0, packer.pack(flow)));
        blocks.flush();
        assertThat(sizes).allMatch(size -> size <= FlowBlock.MAX_BYTES);
        assertThat(sent.stream().flatMap(block -> block.flows().stream())).containsExactlyElementsOf(large);
    }

    @Test
    void whatWasForgottenIsNotSent() {
        blocks.add(0, packer.pack(FLOWS.getFirst()));
        blocks.clear();
        blocks.flush();
        assertThat(sent).isEmpty();
    }
}
