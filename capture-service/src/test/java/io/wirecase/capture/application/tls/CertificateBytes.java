package io.wirecase.capture.application.tls;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** Certificates made for these tests (their keys are thrown away), and the messages that hold them. */
public final class CertificateBytes {

    /** An EC certificate for www.example.com, *.shop.example, 203.0.113.5 and 2001:db8::5, signed by itself. */
    public static final byte[] SELF_SIGNED = read("""
            MIICAjCCAaegAwIBAgIIASNFZ4mrze8wCgYIKoZIzj0EAwIwOTELMAkGA1UEBhMCWFgxEDAOBgNVBAoMB0V4YW1wbGUxGDAW
            BgNVBAMMD3d3dy5leGFtcGxlLmNvbTAeFw0yNjExMjIwNjUwMzVaFw0yNzAyMjAwNjUwMzVaMDkxCzAJBgNVBAYTAlhYMRAw
            DgYDVQQKDAdFeGFtcGxlMRgwFgYDVQQDDA93d3cuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAS/ECcV
            5FG3sfccTY96uE/cgjTPq4vsf7q6HHmFJsgi03ChEbB8vUSMxq1q3m14TMCcTi4B5Hz0z8lvaZsHH9mfo4GYMIGVMB0GA1Ud
            DgQWBBQBD5KfSDl19k2tX0weajAw4jY8JTAfBgNVHSMEGDAWgBQBD5KfSDl19k2tX0weajAw4jY8JTAPBgNVHRMBAf8EBTAD
            AQH/MEIGA1UdEQQ7MDmCD3d3dy5leGFtcGxlLmNvbYIOKi5zaG9wLmV4YW1wbGWHBMsAcQWHECABDbgAAAAAAAAAAAAAAAUw
            CgYIKoZIzj0EAwIDSQAwRgIhALYOHI0xFWLZJOq/fUJZ2JjUvj6D8R+ectc12jtThqJ+AiEAuyNHG+zAVElvsJkIczQ/eokg
            nmEd48f0Sp/ZpHul4xk=
            """);

    /** An EC certificate for signed.example, of the authority below. */
    public static final byte[] SIGNED = read("""
            MIICUzCCATugAwIBAgIBBzANBgkqhkiG9w0BAQsFADAtMRcwFQYDVQQKDA5UZXN0IEF1dGhvcml0eTESMBAGA1UEAwwJQXV0
            aG9yaXR5MB4XDTI2MTEyMjA2NTAzNloXDTI3MTIyNzA2NTAzNlowGTEXMBUGA1UEAwwOc2lnbmVkLmV4YW1wbGUwWTATBgcq
            hkjOPQIBBggqhkjOPQMBBwNCAAS/ECcV5FG3sfccTY96uE/cgjTPq4vsf7q6HHmFJsgi03ChEbB8vUSMxq1q3m14TMCcTi4B
            5Hz0z8lvaZsHH9mfo10wWzAZBgNVHREEEjAQgg5zaWduZWQuZXhhbXBsZTAdBgNVHQ4EFgQUAQ+Sn0g5dfZNrV9MHmowMOI2
            PCUwHwYDVR0jBBgwFoAUCb2o8b1cNfWTEdRgZW/Chz0wj3IwDQYJKoZIhvcNAQELBQADggEBABIBnM+GkRw5xKCTC8qVGtrK
            61JaWRFaRqjU6vq4chHKiAOvkRy6CsR5cheY0lezAb6BluYEpttunh66slO9gqOE1zzT0Vj9UmeAl8nZ8zvrzh54IV+ZXo2C
            lCR9zmnG3LNQWFn9CFvrUIaeLBIU3YSjHF2IyfgRjGDws1GQXZzAHR+RIAcB+pszag7bpQnELxCVeRHOfW16aapbmwC1NUIj
            kfm2hNmu2O/Rpv3iyUakzmd3R3IH8bZCLRHlXHvsKvM21lUqTIfU+x0kPZZX8b1SYRgRunTzi1hS8yn9ufhllGBj39oZMCWl
            ZaY1kCadEkbkFgY2YB+BSHNPiOLdlFw=
            """);

    /** The authority: RSA with 2048 bits, valid until 2059, which takes the longer form of a time. */
    public static final byte[] AUTHORITY = read("""
            MIIDPTCCAiWgAwIBAgIUHU++69Yl0bt3aSOSQHcoZ5dilB4wDQYJKoZIhvcNAQELBQAwLTEXMBUGA1UECgwOVGVzdCBBdXRo
            b3JpdHkxEjAQBgNVBAMMCUF1dGhvcml0eTAgFw0yNjExMjIwNjUwMzZaGA8yMDU5MDkzMDA2NTAzNlowLTEXMBUGA1UECgwO
            VGVzdCBBdXRob3JpdHkxEjAQBgNVBAMMCUF1dGhvcml0eTCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAL5rVbBs
            zvd5zpkcBFBItKKQoPgR+oZckXfvumwsSyAEGa9eXjun+5RK3A62VI+0x+Ahgkqr2MdS9lKVfhfFZNUQo2aycZE0GbycWBY3
            Qr/UyRcZEjTxvFbPIbL7sX/Ugia6aWXwujQZjpv7FglCrDCJMFiKfes1SScRYnqG9Ds3hYl1Z4SNCjSF6nlEl/OxR9T20rxw
            eMxgqyz0ZLTVwsfQsj/UvviWsxj6m70fy5VB44krwSsfW8FPjbnQV2j6rPWmaT2T5s7h9/X6ugKqArATmuefCXX01kGJe5hh
            zXrh5pQTemvFo45i9xLC5gfs1TBc+tVBlKlIgbJmtI0rXokCAwEAAaNTMFEwHQYDVR0OBBYEFAm9qPG9XDX1kxHUYGVvwoc9
            MI9yMB8GA1UdIwQYMBaAFAm9qPG9XDX1kxHUYGVvwoc9MI9yMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEB
            AHvlzkz5ksmB2UbwbGJRZTG4j3yt10HATwirf2hnann1hReW1uv2OUHkS8DbyTOviwZIAJr1V28LFh7rCc1BZ4a1qdvJVHfw
            bOt2mLJLzlFRlzayCCd/ks1GSwWXSL3CQXLgIzt0oej7ceE9SdfJxEcgKKIG1dEEulhVWyZQQwDMwwmJxSDWln074WgnLQE+
            dBzmNxug6qxGkvihNU34+UINfZkMXhJlX0707y9otWSrHrJt6SGYIdJ4W+ccO9uS9traPnS8KedqwtUBUlnygf321Jdtec1D
            QhQjUCwVctGZPDbw3SVGhNEVIDPTYnVBhFlmwRz+WDeF4/tPedP6rYk=
            """);

    private CertificateBytes() {}

    private static byte[] read(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    /** A Certificate message of TLS up to 1.2. */
    public static byte[] message(byte[]... certificates) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        for (byte[] certificate : certificates) {
            list.writeBytes(counted(certificate));
        }
        return handshake(11, counted(list.toByteArray()));
    }

    /** A handshake message. */
    public static byte[] handshake(int type, byte... body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        out.writeBytes(counted(body));
        return out.toByteArray();
    }

    private static byte[] counted(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes.length >> 16);
        out.write(bytes.length >> 8);
        out.write(bytes.length);
        out.writeBytes(bytes);
        return out.toByteArray();
    }
}
