package io.wirecase.capture.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Contents;
import io.wirecase.core.fact.Content;
import io.wirecase.core.fact.HttpExchange.BodyStart;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyStartsTest {

    private static final String ASK = "GET / HTTP/1.1\r\nHost: a\r\nUser-Agent: u\r\n\r\n";

    private static @Nullable BodyStart answered(String fields, String body) {
        Talk talk = Talk.tcp(80).client(ASK).server("HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body);
        return talk.response(0).head().body();
    }

    @Test
    void aBodyThatComesWithItsHeadIsLookedAtAndNotKept() {
        BodyStart body = answered("Content-Type: text/html\r\nContent-Length: 8\r\n", "abababab");

        assertThat(body).isEqualTo(new BodyStart(Content.TEXT, 8, 1.0));
    }

    @Test
    void onlyBytesOfTheBodyCountNotThoseOfTheNextMessage() {
        BodyStart body = answered(
                "Content-Type: application/json\r\nContent-Length: 4\r\n",
                "{} \nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(body).isEqualTo(new BodyStart(Content.TEXT, 4, 2.0));
    }

    @Test
    void whatIsNotSaidToBeTextHasNoEntropy() {
        assertThat(answered("Content-Type: image/png\r\nContent-Length: 5\r\n", "MZ\u0090\u0000\u0003"))
                .isEqualTo(new BodyStart(Content.DOS_PROGRAM, 5, null));
    }

    @Test
    void theLineBeforeAChunkIsNoneOfTheBody() {
        assertThat(answered("Content-Type: image/png\r\nTransfer-Encoding: chunked\r\n", "5\r\n#!/bi\r\n0\r\n\r\n"))
                .isNotNull()
                .extracting(BodyStart::content)
                .isEqualTo(Content.SCRIPT);
    }

    @Test
    void aHeadAloneSaysNothingOfABody() {
        assertThat(answered("Content-Type: text/html\r\nContent-Length: 8\r\n", ""))
                .isNull();
        assertThat(answered("Content-Type: text/html\r\nContent-Length: 0\r\n", ""))
                .isNull();
        assertThat(answered("Content-Type: text/html\r\nContent-Length: 3\r\n", "abc"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 3c68746d",
        "TEXT, 0d0a0a7b",
        "UNICODE_TEXT, efbbbf3c",
        "UNICODE_TEXT, e69eafe69eaf",
        "UNICODE_TEXT, fffe3c00",
        "GZIP, 1f8b0800",
        "ELF_PROGRAM, 7f454c46",
        "MACH_O_PROGRAM, cffaedfe",
        "DEX_PROGRAM, 6465780a30333500",
        "SCRIPT, 23212f62",
        "DOS_PROGRAM, 4d5a9000",
        "OTHER, 1f8b0000",
        "OTHER, 6465780a",
        "OTHER, 00010203",
        "OTHER, e69eaf",
        "OTHER, c328c328",
        "OTHER, 4d"
    })
    void bytesAreToldByHowTheyBegin(Content content, String hex) {
        assertThat(of(HexFormat.of().parseHex(hex))).isEqualTo(content);
    }

    @Test
    void aWindowsProgramIsAHeaderThatLeadsToAnother() {
        byte[] program = new byte[256];
        System.arraycopy("MZ".getBytes(StandardCharsets.US_ASCII), 0, program, 0, 2);
        System.arraycopy("PE".getBytes(StandardCharsets.US_ASCII), 0, program, 128, 2);
        program[0x3C] = (byte) 128;
        assertThat(of(program)).isEqualTo(Content.PE_PROGRAM);
        program[0x3C] = (byte) 254;
        assertThat(of(program)).isEqualTo(Content.DOS_PROGRAM);
    }

    private static Content of(byte[] bytes) {
        return Contents.of(new ByteReader(bytes, 0, bytes.length));
    }
}
