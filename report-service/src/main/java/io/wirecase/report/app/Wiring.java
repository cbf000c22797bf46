package io.wirecase.report.app;

import io.wirecase.core.intel.Networks;
import io.wirecase.core.wire.Topics;
import io.wirecase.platform.kafka.ClientDefaults;
import io.wirecase.platform.kafka.TopicWatch;
import io.wirecase.report.engine.ReportEngine;
import io.wirecase.report.in.DeadLetters;
import io.wirecase.report.in.FlowReader;
import io.wirecase.report.render.Formats;
import io.wirecase.report.store.AlertQuery;
import io.wirecase.report.store.AlertScan;
import io.wirecase.report.store.AlertStore;
import io.wirecase.report.store.BuildLock;
import io.wirecase.report.store.CaptureStore;
import io.wirecase.report.store.ClaimFlows;
import io.wirecase.report.store.DrainQuery;
import io.wirecase.report.store.Exports;
import io.wirecase.report.store.FlowStore;
import io.wirecase.report.store.Purge;
import io.wirecase.report.store.SuppressionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Makes the plain parts out of settings. */
@ApplicationScoped
class Wiring {

    private static final String NAME = "wirecase-report";
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(3);
    /** Blocks of up to 200 flows each: some ten thousand rows in one COPY. */
    private static final int MOST_BLOCKS = 64;

    private static final int SESSION_TIMEOUT_MS = 10_000;
    private static final int METADATA_MAX_AGE_MS = 5_000;

    private final ReportConfig config;

    Wiring(ReportConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    FlowStore flowStore(DataSource database) {
        return new FlowStore(database);
    }

    @Produces
    @Singleton
    AlertStore alertStore(DataSource database) {
        return new AlertStore(database);
    }

    @Produces
    @Singleton
    AlertQuery alertQuery(DataSource database) {
        return new AlertQuery(database);
    }

    @Produces
    @Singleton
    AlertScan alertScan(DataSource database) {
        return new AlertScan(database);
    }

    @Produces
    @Singleton
    SuppressionStore suppressionStore(DataSource database) {
        return new SuppressionStore(database);
    }

    @Produces
    @Singleton
    CaptureStore captureStore(DataSource database) {
        return new CaptureStore(database);
    }

    @Produces
    @Singleton
    Purge purge(DataSource database) {
        return new Purge(database);
    }

    @Produces
    @Singleton
    ClaimFlows claimFlows(DataSource database) {
        return new ClaimFlows(database);
    }

    @Produces
    @Singleton
    Exports exports(DataSource database) {
        return new Exports(database);
    }

    @Produces
    @Singleton
    BuildLock buildLock(DataSource database) {
        return new BuildLock(database);
    }

    @Produces
    @Singleton
    DrainQuery drainQuery(DataSource database, Partitions partitions) {
        return new DrainQuery(database, partitions::ofEnrichedAlerts);
    }

    @Produces
    @Singleton
    Networks networks() {
        return config.internalNetworks().map(Networks::parse).orElse(Networks.PRIVATE);
    }

    @Produces
    @Singleton
    ReportEngine engine() {
        return new ReportEngine();
    }

    @Produces
    @Singleton
    Formats formats() {
        return new Formats(Renderers.ALL);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TopicWatch topicWatch() {
        return new TopicWatch(
                config.kafkaBootstrap(),
                NAME + "-watch",
                List.of(
                        Topics.CAPTURES.name(),
                        Topics.FLOWS.name(),
                        Topics.ENRICHED_ALERTS.name(),
                        Topics.REPORTS.name(),
                        Topics.SUPPRESSIONS.name(),
                        Topics.CAPTURES.deadLetters().name(),
                        Topics.FLOWS.deadLetters().name(),
                        Topics.ENRICHED_ALERTS.deadLetters().name()),
                BROKER_PATIENCE);
    }

    void close(@Disposes TopicWatch watch) {
        watch.close();
    }

    @Produces
    @Singleton
    DeadLetters deadLetters() {
        return new DeadLetters(
                new KafkaProducer<>(ClientDefaults.producer(config.kafkaBootstrap(), NAME + "-dead-letters")));
    }

    void close(@Disposes DeadLetters deadLetters) {
        deadLetters.close();
    }

    @Produces
    @Singleton
    FlowReader flowReader(FlowStore store, DeadLetters deadLetters) {
        Map<String, Object> settings = ClientDefaults.consumer(config.kafkaBootstrap(), NAME + "-flows");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, NAME + "-flows");
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, config.instance());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_BLOCKS);
        return new FlowReader(settings, store, deadLetters);
    }
}
