package io.wirecase.capture.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wirecase.capture.run.CaptureQueue;
import io.wirecase.capture.run.Retention;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.store.PacketArchive;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What operators watch: packets and flows, and everything that was not read. */
@Singleton
final class CaptureMetrics implements MeterBinder {

    private final Tallies tallies;
    private final CaptureQueue queue;
    private final PacketArchive archive;
    private final Retention retention;

    CaptureMetrics(Tallies tallies, CaptureQueue queue, PacketArchive archive, Retention retention) {
        this.tallies = tallies;
        this.queue = queue;
        this.archive = archive;
        this.retention = retention;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "wirecase.capture.packets", "Packets read", Tallies::packets);
        counter(registry, "wirecase.capture.packets.undecodable", "Packets not decoded", Tallies::undecodable);
        dropped(registry, "kernel", Tallies::droppedByKernel);
        dropped(registry, "interface", Tallies::droppedByInterface);
        counter(registry, "wirecase.capture.flows", "Flow records made", Tallies::flows);
        counter(registry, "wirecase.capture.flows.evicted", "Flows pushed out of a full table", Tallies::evicted);
        counter(registry, "wirecase.capture.flows.cut", "Flows read in part, memory being full", Tallies::parsers);
        counter(registry, "wirecase.capture.names.evicted", "Answers of DNS forgotten for newer", Tallies::names);
        counter(
                registry,
                "wirecase.capture.announcements.evicted",
                "Announced flows forgotten for newer",
                Tallies::announcements);
        counter(
                registry,
                "wirecase.capture.tcp.skipped.bytes",
                "TCP payload no longer waited for",
                Tallies::skippedBytes);
        FunctionCounter.builder("wirecase.capture.gone", retention, Retention::captures)
                .description("Captures whose packets went by age or bytes")
                .register(registry);
        FunctionCounter.builder("wirecase.capture.gone.bytes", retention, Retention::bytes)
                .description("Bytes of packets that went by age or bytes")
                .register(registry);
        Gauge.builder("wirecase.capture.waiting", queue, CaptureQueue::waiting)
                .description("Captures that wait to be read")
                .register(registry);
        archived(registry);
    }

    private void dropped(MeterRegistry registry, String where, ToDoubleFunction<Tallies> value) {
        FunctionCounter.builder("wirecase.capture.packets.dropped", tallies, value)
                .description("Packets live sources lost")
                .tag("by", where)
                .register(registry);
    }

    private void archived(MeterRegistry registry) {
        Gauge.builder(
                        "wirecase.capture.archive.bytes",
                        archive,
                        one -> one.totals().bytes())
                .description("Bytes of packets kept of live sources")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder(
                        "wirecase.capture.archive.removed",
                        archive,
                        one -> one.totals().removedPackets())
                .description("Packets of live sources removed by age or bytes")
                .register(registry);
        FunctionCounter.builder(
                        "wirecase.capture.archive.unrecorded",
                        archive,
                        one -> one.totals().unrecordedPackets())
                .description("Packets of live sources that were analysed and not kept")
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, String what, ToDoubleFunction<Tallies> value) {
        FunctionCounter.builder(name, tallies, value).description(what).register(registry);
    }
}
