package io.wirecase.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What packets say must not reach the terminal as anything but letters. */
class PlainTextTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(PlainText.of("connectivity-check.example: 200 OK (Zürich, 東京)"))
                .isEqualTo("connectivity-check.example: 200 OK (Zürich, 東京)");
    }

    @Test
    void escapeSequencesLoseTheirEscape() {
        assertThat(PlainText.of("a\u001b[2Jb\u009b31mc")).isEqualTo("a\ufffd[2Jb\ufffd31mc");
    }

    @Test
    void lineEndsAndBellsAreReplaced() {
        assertThat(PlainText.of("a\r\nb\u0007\u2028c")).isEqualTo("a\ufffd\ufffdb\ufffd\ufffdc");
    }

    @Test
    void marksThatTurnTheReadingDirectionAreReplaced() {
        assertThat(PlainText.of("exe\u202egpj")).isEqualTo("exe\ufffdgpj");
    }

    @Test
    void aVeryLongTextIsCutAndSaysSo() {
        assertThat(PlainText.of("x".repeat(5_000))).hasSizeLessThan(500).endsWith("...");
    }
}
