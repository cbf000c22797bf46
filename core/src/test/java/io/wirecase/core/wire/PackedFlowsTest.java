package io.wirecase.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirecase.core.flow.Flow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackedFlowsTest {

    private final FlowPacker packer = new FlowPacker();
    private final Flow first = FlowPackerTest.flow(1, null);
    private final Flow second = FlowPackerTest.flow(2, FlowPackerTest.service(3));

    private PackedFlows both() {
        PackedFlows flows = new PackedFlows();
        flows.byNumber().put(7L, packer.pack(second));
        flows.byNumber().put(-5L, packer.pack(first));
        return flows;
    }

    @Test
    void flowsComeBackInTheOrderOfTheirNumbers() throws Exception {
        assertThat(PackedFlows.of(both().bytes()).flows()).containsExactly(first, second);
        assertThat(PackedFlows.of(new PackedFlows().bytes()).flows()).isEmpty();
    }

    @Test
    void oneIsAddedAndTakenAwayWhileTheOthersStayBytes() throws Exception {
        PackedFlows kept = PackedFlows.of(both().bytes());
        kept.byNumber().remove(-5L);
        kept.byNumber().put(9L, packer.pack(first));
        assertThat(PackedFlows.of(kept.bytes()).flows()).containsExactly(second, first);
    }

    @Test
    void aFlowTakesLessThanHalfOfWhatItTakesWithTheNamesOfItsMembers() {
        PackedFlows one = new PackedFlows();
        one.byNumber().put(0L, packer.pack(first));
        assertThat(one.bytes().length).isLessThan(Codec.encodeFlow(first).length / 2);
    }

    @Test
    void otherBytesAndOtherMembersAreUnreadable() {
        byte[] bytes = both().bytes();
        byte[] otherMembers = bytes.clone();
        otherMembers[0]++;
        assertThatThrownBy(() -> PackedFlows.of(otherMembers)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> PackedFlows.of(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> PackedFlows.of(new byte[2])).isInstanceOf(Unreadable.class);
    }
}
