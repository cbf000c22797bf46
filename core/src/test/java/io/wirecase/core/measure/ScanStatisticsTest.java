package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wirecase.core.measure.Contact.Outcome;
import io.wirecase.core.measure.ScanStatistics.Summary;
import io.wirecase.core.measure.ScanStatistics.Walk;
import io.wirecase.core.net.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScanStatisticsTest {

    private static final WalkModel MODEL = WalkModel.DEFAULT;

    @Test
    void theLimitsAreWaldsForTheErrorsAccepted() {
        assertThat(MODEL.scanner()).isCloseTo(Math.log(9_900), within(1e-9));
        assertThat(MODEL.floor()).isCloseTo(Math.log(0.01 / 0.9999), within(1e-9));
    }

    @Test
    void fiveFailuresAtNamelessHostsReachTheLimitAndFourDoNot() {
        assertThat(ScanStatistics.walk(contacts(4, Outcome.SILENT, false, 0), MODEL)
                        .peak())
                .isLessThan(MODEL.scanner());
        assertThat(ScanStatistics.walk(contacts(5, Outcome.REFUSED, false, 0), MODEL)
                        .peak())
                .isGreaterThan(MODEL.scanner());
    }

    @Test
    void whatWasLearntFades() {
        List<Contact> failures = contacts(8, Outcome.SILENT, false, 0);
        double all = ScanStatistics.walk(failures, MODEL).peak();
        // Each failure comes a nanosecond after the one before it, so of all but the last two half and less is left.
        double faded = ScanStatistics.walk(failures, MODEL, 1).peak();
        assertThat(faded).isLessThan(all / 3).isGreaterThan(all / 8);
        assertThat(ScanStatistics.walk(failures, MODEL, 1e12).peak()).isCloseTo(all, within(1e-6));
    }

    @Test
    void aPageLoadDrivesTheWalkToItsFloorAndNoFurther() {
        List<Contact> page = contacts(129, Outcome.ANSWERED, true, 0);
        Walk walk = ScanStatistics.walk(page, MODEL);
        assertThat(walk.peak()).isZero();
        assertThat(walk.run().pairs()).isZero();
        page.addAll(contacts(8, Outcome.SILENT, false, 1_000));
        assertThat(ScanStatistics.walk(page, MODEL).peak()).isGreaterThan(MODEL.scanner());
    }

    @Test
    void theRunIsTheScanAndNotTheBrowsingAroundIt() {
        List<Contact> day = contacts(200, Outcome.ANSWERED, true, 0);
        day.addAll(contacts(30, Outcome.REFUSED, false, 1_000));
        day.addAll(contacts(100, Outcome.ANSWERED, true, 2_000));
        Summary run = ScanStatistics.walk(day, MODEL).run();
        assertThat(run.pairs()).isEqualTo(30);
        assertThat(run.failureShare()).isEqualTo(1);
        assertThat(run.namedShare()).isZero();
        assertThat(run.contacts().getFirst().firstNanos()).isEqualTo(1_000);
        assertThat(run.contacts().getLast().firstNanos()).isEqualTo(1_029);
    }

    @Test
    void browsingDuringAScanIsNoPartOfIt() {
        List<Contact> minute = contacts(30, Outcome.ANSWERED, true, 0);
        minute.addAll(contacts(100, Outcome.REFUSED, false, 0));
        Walk walk = ScanStatistics.walk(minute, MODEL);
        assertThat(walk.run().pairs()).isGreaterThan(100 - 30);
        assertThat(walk.suspects().failureShare()).isEqualTo(1);
        assertThat(walk.suspects().pairs())
                .isEqualTo(walk.run().pairs() - walk.run().explained());
    }

    @Test
    void aNameExplainsTwoPortsOfItsHostAndNotAThousand() {
        List<Contact> ports = new ArrayList<>();
        for (int port = 1; port <= 1_000; port++) {
            ports.add(new Contact(IpAddress.v4(1), port, port, Outcome.REFUSED, true));
        }
        Summary summary = ScanStatistics.summary(ports);
        assertThat(summary.namedShare()).isEqualTo(1);
        assertThat(summary.explained()).isEqualTo(2);
        assertThat(summary.shape()).isEqualTo(ScanShape.VERTICAL);
        assertThat(ScanStatistics.walk(ports, MODEL).run().pairs()).isEqualTo(1_000);
    }

    @Test
    void theOrderInWhichContactsComeChangesNothing() {
        List<Contact> contacts = contacts(40, Outcome.ANSWERED, true, 0);
        contacts.addAll(contacts(60, Outcome.SILENT, false, 20));
        Walk expected = ScanStatistics.walk(contacts, MODEL);
        Random chance = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(contacts, chance);
            assertThat(ScanStatistics.walk(contacts, MODEL)).isEqualTo(expected);
        }
    }

    @Test
    void shapesFollowTheSpreadOfTargets() {
        assertThat(ScanShape.of(1_000, 1, 1_000)).isEqualTo(ScanShape.VERTICAL);
        assertThat(ScanShape.of(129, 43, 3)).isEqualTo(ScanShape.HORIZONTAL);
        assertThat(ScanShape.of(100, 10, 12)).isEqualTo(ScanShape.BLOCK);
        assertThat(ScanShape.of(100, 90, 80)).isEqualTo(ScanShape.RANDOM);
        assertThat(ScanShape.of(25, 25, 1).code()).isEqualTo("horizontal_scan");
    }

    @Test
    void aModelWithItsHypothesesSwappedIsRefused() {
        assertThatThrownBy(() -> new WalkModel(0.2, 0.8, 1e-4, 0.01, 0.7, 1, 1.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Contact> contacts(int n, Outcome outcome, boolean named, long from) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            contacts.add(new Contact(
                    IpAddress.v4((int) (from * 1_000 + i * 2 + (named ? 0 : 1))), 443, from + i, outcome, named));
        }
        return contacts;
    }
}
