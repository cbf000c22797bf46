package io.wirecase.capture.fuzz;

import io.wirecase.capture.flow.Accounts;
import io.wirecase.capture.flow.FlowAssembler;
import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.source.CaptureFile;
import io.wirecase.capture.source.PacketSource;
import io.wirecase.capture.source.RawPacket;
import io.wirecase.capture.testkit.Tape;
import io.wirecase.core.flow.Flow;
import io.wirecase.scenarios.capture.CaptureFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The whole way: a file's bytes to flows and the flows to bytes and back. */
final class CaptureTarget implements FuzzTarget {

    @Override
    public String name() {
        return "captures";
    }

    @Override
    public void run(byte[] input) {
        play(input);
    }

    /** Reads a file into flows, holds what must hold of them, and tells where its packets went. */
    static Accounts play(byte[] input) {
        List<Flow> flows = new ArrayList<>();
        FlowAssembler assembler = new FlowAssembler(Tape.IDENTITY, FlowSettings.DEFAULT, flows::add);
        try {
            if (CaptureFile.open(new ByteArrayInputStream(input), input.length)
                    instanceof CaptureFile.Opened(PacketSource source)) {
                try (source) {
                    RawPacket packet = new RawPacket();
                    while (source.next(packet)) {
                        assembler.accept(packet);
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        assembler.finish();
        Accounts accounts = assembler.accounts();
        Claims.hold(accounts, flows);
        return accounts;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int fixture = 0; fixture < Seeds.fixtures(); fixture++) {
            seeds.add(
                    Seeds.capture(fixture, fixture % 2 == 0 ? CaptureFormat.PCAP : CaptureFormat.PCAPNG, Seeds.SHORT));
        }
        return seeds;
    }
}
