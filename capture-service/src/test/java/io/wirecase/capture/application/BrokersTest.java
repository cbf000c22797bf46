package io.wirecase.capture.application;

import static io.wirecase.capture.application.Conversation.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.net.UntrustedText;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BrokersTest {

    private static byte[] text(String text) {
        return join(ByteBuffer.allocate(2).putShort((short) text.length()).array(), text);
    }

    private static byte[] counted(byte[] body) {
        return join(ByteBuffer.allocate(4).putInt(body.length).array(), body);
    }

    @Test
    void mqtt_tells_version_client_and_login() {
        byte[] body =
                join(text("MQTT"), Conversation.hex("04 c2 003c"), text("sensor-7"), text("alice"), text("hunter2"));
        Told told = Conversation.on(11883)
                .client(join(new byte[] {0x10, (byte) body.length}, body))
                .serverHex("20020005")
                .client(join(Conversation.hex("82 08 0001"), text("a/b"), new byte[1]))
                .told();

        assertThat(told.application().name()).isEqualTo("MQTT");
        assertThat(told.version()).isEqualTo("3.1.1");
        assertThat(told.client()).isEqualTo("sensor-7");
        assertThat(told.service().requests()).containsExactly("CONNECT", "SUBSCRIBE");
        assertThat(told.login()).isEqualTo(new LoginFacts("MQTT", null, true, true, 1, false, 1));
        assertThat(told.facts().toString()).doesNotContain("alice").doesNotContain("hunter2");
    }

    @Test
    void mqtt_5_without_a_login_has_none() {
        byte[] body = join(text("MQTT"), Conversation.hex("05 02 003c 05 1100000000"), text("x"));
        Told told = Conversation.on(1883)
                .client(join(new byte[] {0x10, (byte) body.length}, body))
                .serverHex("2003000000")
                .told();

        assertThat(told.version()).isEqualTo("5.0");
        assertThat(told.client()).isEqualTo("x");
        assertThat(told.facts().login()).isNull();
    }

    private static byte[] method(int kind, Object... arguments) {
        byte[] body = join(Conversation.hex("000a00%02x".formatted(kind)), join(arguments));
        return join(Conversation.hex("010000"), counted(body), Conversation.hex("ce"));
    }

    private static byte[] product(String product, String version) {
        return counted(
                join("\7productS", counted(Talk.bytes(product)), "\7versionS", counted(Talk.bytes(version)), "\1xt\1"));
    }

    @Test
    void amqp_tells_products_and_a_plain_login() {
        Told told = Conversation.on(5673)
                .client("AMQP\0\0\11\1")
                .server(method(10, "\0\11", product("RabbitMQ", "3.12"), counted(Talk.bytes("PLAIN")), "\0\0\0\0"))
                .client(method(11, product("pika", "1.3"), "\5PLAIN", counted(Talk.bytes("\0alice\0hunter2")), "\0"))
                .server(method(30, new byte[8]))
                .told();

        assertThat(told.application().name()).isEqualTo("AMQP");
        assertThat(told.version()).isEqualTo("0.9.1");
        assertThat(told.server()).isEqualTo("RabbitMQ 3.12");
        assertThat(told.client()).isEqualTo("pika 1.3");
        assertThat(told.login()).isEqualTo(new LoginFacts("AMQP", new UntrustedText("PLAIN"), true, true, 1, true, 3));
        assertThat(told.facts().toString()).doesNotContain("alice").doesNotContain("hunter2");
    }

    @Test
    void amqp_1_tells_the_way_of_logging_in() {
        Told told = Conversation.on(5672)
                .client("AMQP\3\1\0\0")
                .server("AMQP\3\1\0\0")
                .client(join(
                        Conversation.hex("00000025 02 01 0000 005341 c0 18 02 a3 05"),
                        "PLAIN",
                        Conversation.hex("a0 0e"),
                        "\0alice\0hunter2"))
                .serverHex("00000010 02 01 0000 005344 c0 03 01 50 00")
                .told();

        assertThat(told.login()).isEqualTo(new LoginFacts("AMQP", new UntrustedText("PLAIN"), true, true, 1, true, 3));
    }

    @Test
    void kafka_tells_requests_clients_and_sasl() {
        Told told = Conversation.on(9093)
                .client(counted(join(Conversation.hex("0012 0000 00000001"), text("producer-1"))))
                .server(counted(Conversation.hex("00000001 0000 00000000")))
                .client(counted(join(Conversation.hex("0011 0001 00000002"), text("producer-1"), text("PLAIN"))))
                .client(counted(join(Conversation.hex("0024 0000 00000003"), text("producer-1"), "....alice")))
                .client(counted(join(Conversation.hex("0003 0001 00000004"), text("producer-1"), new byte[4])))
                .told();

        assertThat(told.application().name()).isEqualTo("Kafka");
        assertThat(told.client()).isEqualTo("producer-1");
        assertThat(told.service().requests())
                .containsExactly("ApiVersions", "SaslHandshake", "SaslAuthenticate", "Metadata");
        assertThat(told.login()).isEqualTo(new LoginFacts("Kafka", new UntrustedText("PLAIN"), true, true, 1, null, 4));
    }
}
