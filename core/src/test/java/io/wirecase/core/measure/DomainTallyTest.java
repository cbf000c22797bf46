package io.wirecase.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.core.flow.DnsFacts;
import io.wirecase.core.flow.DnsFacts.Answer;
import io.wirecase.core.flow.DomainTraffic;
import io.wirecase.core.flow.IpAddress;
import io.wirecase.core.flow.RegisteredDomain;
import io.wirecase.core.flow.UntrustedText;
import org.junit.jupiter.api.Test;

class DomainTallyTest {

    @Test
    void questionsAddUpAndRepeatsAreOneName() {
        DomainTally tally = new DomainTally();
        tally.asked(new RegisteredDomain("lantern.example", "abcd.efgh"));
        tally.asked(new RegisteredDomain("lantern.example", "abcd.efgh"));
        tally.asked(new RegisteredDomain("lantern.example", ""));

        DomainTraffic traffic = tally.traffic("lantern.example");

        assertThat(traffic.transactions()).isEqualTo(3);
        assertThat(traffic.names()).isEqualTo(2);
        assertThat(traffic.nameChars()).isEqualTo(16);
        assertThat(traffic.nameMillibits()).isEqualTo(6_000);
    }

    @Test
    void onlyRecordsThatCanCarryDataCount() {
        DomainTally tally = new DomainTally();
        tally.answered(new Answer(1, 60, IpAddress.of("192.0.2.1"), null));
        tally.answered(new Answer(12, 60, null, new UntrustedText("host.example")));
        tally.answered(new Answer(65, 60, null, null, new DnsFacts.RecordData(80, 1)));
        tally.answered(new Answer(16, 60, null, null));
        tally.answered(new Answer(5, 60, null, new UntrustedText("alias.example")));
        tally.answered(new Answer(16, 60, null, null, new DnsFacts.RecordData(200, 2)));
        tally.answered(new Answer(16, 60, null, null, new DnsFacts.RecordData(200, 2)));

        DomainTraffic traffic = tally.traffic("lantern.example");

        assertThat(traffic.dataAnswers()).isEqualTo(3);
        assertThat(traffic.dataBytes()).isEqualTo(413);
        assertThat(traffic.distinctAnswers()).isEqualTo(2);
    }
}
