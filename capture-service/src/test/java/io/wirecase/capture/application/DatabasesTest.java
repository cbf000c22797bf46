package io.wirecase.capture.application;

import static io.wirecase.capture.application.Conversation.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirecase.capture.application.Conversation.Told;
import io.wirecase.capture.application.tls.HelloBytes;
import io.wirecase.core.fact.LoginFacts;
import io.wirecase.core.flow.Application.Found;
import io.wirecase.core.net.UntrustedText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class DatabasesTest {

    private static final byte[] HELLO =
            HelloBytes.records(new HelloBytes(0x0303).ciphers(1).client(), 400);
    private static final byte[] MYSQL_GREETING = mysql(
            0,
            join(
                    "\n8.0.36\0",
                    Conversation.hex("01000000"),
                    "saltsalt\0",
                    Conversation.hex("ffff 21 0200 ffff 15"),
                    new byte[10],
                    "moresaltmore\0caching_sha2_password\0"));

    private static byte[] mysql(int number, byte[] body) {
        return join(new byte[] {(byte) body.length, (byte) (body.length >> 8), 0, (byte) number}, body);
    }

    private static byte[] mysqlLogin(String plugin, String proof) {
        return mysql(
                1,
                join(
                        Conversation.hex("0582 0800 00000001 21"),
                        new byte[23],
                        "alice\0",
                        new byte[] {(byte) proof.length()},
                        proof,
                        plugin,
                        "\0"));
    }

    private static LoginFacts login(
            String protocol, String mechanism, boolean user, boolean secret, Boolean accepted, long packet) {
        return new LoginFacts(protocol, new UntrustedText(mechanism), user, secret, 1, accepted, packet);
    }

    private static void keepsNoSecret(Told told) {
        assertThat(told.facts().toString()).doesNotContain("alice").doesNotContain("hunter2");
    }

    @Test
    void mysql_tells_its_version_the_login_and_commands() {
        Told told = Conversation.on(3307)
                .server(MYSQL_GREETING)
                .client(mysqlLogin("caching_sha2_password", "x".repeat(32)))
                .server(mysql(2, Conversation.hex("00 00 00 0200 0000")))
                .client(mysql(0, Talk.bytes("\3select 1")))
                .client(mysql(0, Talk.bytes("\1")))
                .told();

        assertThat(told.application().name()).isEqualTo("MySQL");
        assertThat(told.application().from()).isEqualTo(Found.DECODED);
        assertThat(told.server()).isEqualTo("8.0.36");
        assertThat(told.login()).isEqualTo(login("MySQL", "caching_sha2_password", true, false, true, 2));
        assertThat(told.service().requests()).containsExactly("COM_QUERY", "COM_QUIT");
        keepsNoSecret(told);
    }

    @Test
    void mysql_that_switches_to_clear_passwords_shows_one() {
        Told told = Conversation.on(3306)
                .server(MYSQL_GREETING)
                .client(mysqlLogin("mysql_native_password", ""))
                .server(mysql(2, Talk.bytes("\u00femysql_clear_password\0")))
                .client(mysql(3, Talk.bytes("hunter2\0")))
                .server(mysql(4, Talk.bytes("\u00ff\u0015\u0004#28000Access denied")))
                .told();

        assertThat(told.login()).isEqualTo(login("MySQL", "mysql_clear_password", true, true, false, 2));
        keepsNoSecret(told);
    }

    @Test
    void mysql_starts_tls() {
        Told told = Conversation.on(3306)
                .server(MYSQL_GREETING)
                .client(mysql(1, join(Conversation.hex("058a 0800 00000001 21"), new byte[23])))
                .client(HELLO)
                .told();

        assertThat(told.application().stack()).containsExactly("MySQL", "TLS");
    }

    private static byte[] postgres(String kind, byte[] body) {
        return join(kind, ByteBuffer.allocate(4).putInt(body.length + 4).array(), body);
    }

    @Test
    void postgresql_with_a_password_in_clear() {
        byte[] start = join(Conversation.hex("00030000"), "user\0alice\0database\0sales\0application_name\0psql\0\0");
        Told told = Conversation.on(5433)
                .client(postgres("", Conversation.hex("04d2162f")))
                .server("N")
                .client(postgres("", start))
                .server(postgres("R", Conversation.hex("00000003")))
                .client(postgres("p", Talk.bytes("hunter2\0")))
                .server(join(
                        postgres("R", Conversation.hex("00000000")),
                        postgres("S", Talk.bytes("server_version\00016.2\0"))))
                .client(postgres("Q", Talk.bytes("select 1\0")))
                .told();

        assertThat(told.application().name()).isEqualTo("PostgreSQL");
        assertThat(told.login()).isEqualTo(login("PostgreSQL", "password", true, true, true, 3));
        assertThat(told.client()).isEqualTo("psql");
        assertThat(told.server()).isEqualTo("16.2");
        assertThat(told.detail("database")).isEqualTo("sales");
        assertThat(told.service().requests()).containsExactly("SSLRequest", "StartupMessage", "Query");
        keepsNoSecret(told);
    }

    @Test
    void postgresql_goes_over_to_tls_or_refuses_a_login() {
        Told secured = Conversation.on(5432)
                .client(postgres("", Conversation.hex("04d2162f")))
                .server("S")
                .client(HELLO)
                .told();
        Told refused = Conversation.on(5432)
                .client(postgres("", join(Conversation.hex("00030000"), "user\0alice\0\0")))
                .server(postgres("R", join(Conversation.hex("0000000a"), "SCRAM-SHA-256\0\0")))
                .client(postgres("p", Talk.bytes("SCRAM-SHA-256\0....n,,n=,r=abc")))
                .server(postgres("E", Talk.bytes("SFATAL\0C28P01\0\0")))
                .told();

        assertThat(secured.application().stack()).containsExactly("PostgreSQL", "TLS");
        assertThat(refused.login()).isEqualTo(login("PostgreSQL", "SCRAM-SHA-256", true, false, false, 1));
    }

    @Test
    void redis_tells_that_a_password_was_given() {
        Told told = Conversation.on(6380)
                .client("*2\r\n$4\r\nauth\r\n$7\r\nhunter2\r\n")
                .server("-WRONGPASS invalid username-password pair\r\n")
                .client("*3\r\n$4\r\nAUTH\r\n$5\r\nalice\r\n$7\r\nhunter2\r\n")
                .server("+OK\r\n")
                .client("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$600\r\n" + "*".repeat(600) + "\r\n")
                .client("*1\r\n$4\r\nINFO\r\n")
                .server("$40\r\n# Server\r\nredis_version:7.2.4\r\nx:1234567890\r\n\r\n")
                .told();

        assertThat(told.application().name()).isEqualTo("RESP");
        assertThat(told.login()).isEqualTo(new LoginFacts("RESP", null, true, true, 2, true, 1));
        assertThat(told.server()).isEqualTo("7.2.4");
        assertThat(told.service().requests()).containsExactly("AUTH", "SET", "INFO");
        keepsNoSecret(told);
    }

    private static byte[] mongo(int id, int answers, byte[] document) {
        ByteBuffer header = ByteBuffer.allocate(21).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(21 + document.length)
                .putInt(id)
                .putInt(answers)
                .putInt(2013)
                .putInt(0)
                .put((byte) 0);
        return join(header.array(), document);
    }

    private static byte[] bson(Object... fields) {
        byte[] all = join(fields);
        return join(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(all.length + 5)
                        .array(),
                all,
                "\0");
    }

    @Test
    void mongodb_names_commands_and_the_way_of_logging_in() {
        byte[] start = bson(
                "\u0010saslStart\0",
                Conversation.hex("01000000"),
                "\2mechanism\0",
                Conversation.hex("06000000"),
                "PLAIN\0",
                "\5payload\0",
                Conversation.hex("09000000 00"),
                "\0a\0hunter");
        Told told = Conversation.on(27018)
                .client(mongo(1, 0, bson("\u0010hello\0", Conversation.hex("01000000"))))
                .server(mongo(2, 1, bson("\1ok\0", Conversation.hex("000000000000f03f"))))
                .client(mongo(3, 0, start))
                .server(mongo(4, 3, bson("\10done\0", "\1", "\1ok\0", Conversation.hex("000000000000f03f"))))
                .told();

        assertThat(told.application().name()).isEqualTo("MongoDB");
        assertThat(told.service().requests()).containsExactly("hello", "saslStart");
        assertThat(told.login()).isEqualTo(login("MongoDB", "PLAIN", true, true, true, 3));
    }
}
