package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.fact.DnsFacts;
import io.wirecase.core.fact.DnsFacts.Answer;
import io.wirecase.core.fact.DomainTraffic;
import io.wirecase.core.net.IpAddress;
import io.wirecase.core.net.RegisteredDomain;
import io.wirecase.core.net.UntrustedText;
import org.junit.jupiter.api.Test;

class DomainTallyTest {

    private static final RegisteredDomain DATA = new RegisteredDomain("lantern.example", "abcdefgh.ijklmnop");

    @Test
    void questionsAddUpAndRepeatsAreOneName() {
        DomainTally tally = new DomainTally();
        tally.asked(DATA);
        tally.asked(DATA);
        tally.asked(new RegisteredDomain("lantern.example", "aaaaaaaaaaaaaaaa"));

        DomainTraffic traffic = tally.traffic("lantern.example");

        assertThat(traffic.transactions()).isEqualTo(3);
        assertThat(traffic.names()).isEqualTo(2);
        assertThat(traffic.nameChars()).isEqualTo(48);
        assertThat(traffic.nameMillibits()).isEqualTo(2 * 16 * 4_000);
    }

    @Test
    void namesTooShortToCarryDataDoNotCount() {
        assertThat(DomainTally.counts(DATA)).isTrue();
        assertThat(DomainTally.counts(new RegisteredDomain("lantern.example", "abcdefgh.ijklmno")))
                .isFalse();
    }

    @Test
    void onlyRecordsThatCanCarryDataCount() {
        DomainTally tally = new DomainTally();
        tally.answered(DATA, new Answer(1, 60, IpAddress.of("192.0.2.1"), null));
        tally.answered(DATA, new Answer(12, 60, null, new UntrustedText("host.example")));
        tally.answered(DATA, new Answer(65, 60, null, null, new DnsFacts.RecordData(80, 1)));
        tally.answered(DATA, new Answer(16, 60, null, null));
        tally.answered(DATA, new Answer(5, 60, null, new UntrustedText("alias.example")));
        tally.answered(DATA, new Answer(16, 60, null, null, new DnsFacts.RecordData(200, 2)));
        tally.answered(DATA, new Answer(16, 60, null, null, new DnsFacts.RecordData(200, 2)));

        DomainTraffic traffic = tally.traffic("lantern.example");

        assertThat(traffic.dataAnswers()).isEqualTo(3);
        assertThat(traffic.dataBytes()).isEqualTo(413);
        assertThat(traffic.distinctAnswers()).isEqualTo(2);
    }

    @Test
    void publishedKeysAreNoData() {
        DomainTally tally = new DomainTally();
        Answer key = new Answer(16, 60, null, null, new DnsFacts.RecordData(400, 2));
        tally.answered(new RegisteredDomain("lantern.example", "selector2026._domainkey"), key);
        tally.answered(new RegisteredDomain("lantern.example", "_acme-challenge.www"), key);
        tally.answered(new RegisteredDomain("lantern.example", "mfrggzdfmztwq2lk.dkim"), key);

        assertThat(tally.sums().dataAnswers()).isZero();
    }
}
