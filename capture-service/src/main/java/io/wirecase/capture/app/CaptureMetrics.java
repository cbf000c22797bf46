package io.wirecase.capture.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wirecase.capture.run.CaptureQueue;
import io.wirecase.capture.run.Tallies;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What operators watch: packets and flows, and everything that was not read. */
@Singleton
final class CaptureMetrics implements MeterBinder {

    private final Tallies tallies;
    private final CaptureQueue queue;

    CaptureMetrics(Tallies tallies, CaptureQueue queue) {
        this.tallies = tallies;
        this.queue = queue;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counter(registry, "wirecase.capture.packets", "Packets read", Tallies::packets);
        counter(registry, "wirecase.capture.packets.undecodable", "Packets not decoded", Tallies::undecodable);
        counter(registry, "wirecase.capture.packets.dropped", "Packets live sources lost", Tallies::dropped);
        counter(registry, "wirecase.capture.flows", "Flow records made", Tallies::flows);
        counter(registry, "wirecase.capture.flows.evicted", "Flows pushed out of a full table", Tallies::evicted);
        Gauge.builder("wirecase.capture.waiting", queue, CaptureQueue::waiting)
                .description("Captures that wait to be read")
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, String what, ToDoubleFunction<Tallies> value) {
        FunctionCounter.builder(name, tallies, value).description(what).register(registry);
    }
}
