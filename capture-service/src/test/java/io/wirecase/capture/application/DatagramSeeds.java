package io.wirecase.capture.application;

import java.util.List;

/** One hand-written datagram of each protocol over UDP, as its specification lays it out. */
final class DatagramSeeds {

    /**
     * A datagram from a client.
     *
     * @param name the name its flow must get
     * @param port the server's port
     */
    record Seed(String name, int port, byte[] bytes) {

        static Seed of(String name, int port, String written) {
            return new Seed(name, port, Written.bytes(written));
        }

        @Override
        public String toString() {
            return name + " to " + port;
        }
    }

    private static final String ENCODED = "20 'FHFAEBEECACACACACACACACACACACAAA' 00";

    /** Each is enough to be sure of. */
    static final List<Seed> SURE = List.of(
            Seed.of("DNS", 53, "0001 0100 0001 0000 0000 0000 03 'www' 07 'example' 00 0001 0001"),
            Seed.of("MDNS", 5353, "0000 0000 0001 0000 0000 0000 05 '_http' 04 '_tcp' 05 'local' 00 000c 0001"),
            Seed.of("LLMNR", 5355, "0001 0000 0001 0000 0000 0000 04 'wpad' 00 0001 0001"),
            Seed.of("NetBIOS", 137, "1234 0110 0001 0000 0000 0000" + ENCODED + "0020 0001"),
            Seed.of("DHCP", 67, "01010600 12345678 0000 0000 00*16 020000000001 00*202 63825363 350101 ff"),
            Seed.of("DHCPV6", 547, "01123456 0001 000a 0003 0001 020000000001 0006 0004 0017 0018"),
            Seed.of("STUN", 3478, "0001 0000 2112a442 000102030405060708090a0b"),
            Seed.of("STUN", 40_000, "0003 000c 2112a442 000102030405060708090a0b 8022 0008 'software'"),
            Seed.of("SIP", 5060, "'OPTIONS sip:a@example.com SIP/2.0' 0d0a 'User-Agent: phone' 0d0a0d0a"),
            Seed.of("NTP", 123, "23 00*47"),
            Seed.of("SSDP", 1900, "'M-SEARCH * HTTP/1.1' 0d0a 'ST: ssdp:all' 0d0a0d0a"),
            Seed.of("SNMP", 161, "3018 020101 0406 'public' a00b 020101 020100 020100 3000"),
            Seed.of("Syslog", 514, "'<34>Oct 11 22:14:15 host su: failed'"),
            Seed.of("TFTP", 69, "0001 'boot.img' 00 'octet' 00"),
            Seed.of("Radius", 1812, "01010019 0102030405060708090a0b0c0d0e0f10 0105 'bob'"),
            Seed.of("NetBIOS", 138, "11020001 c0a8010a 008a 0000 0000" + ENCODED + ENCODED),
            Seed.of("NetBIOS.SMBv1", 138, "11020001 c0a8010a 008a 0000 0000" + ENCODED + ENCODED + "ff 'SMB' 25"),
            Seed.of("Kerberos", 88, "6a0c 300a a103020105 a20302010a"),
            Seed.of("LDAP", 389, "300c 020101 6307 0400 0a0100 0a01"),
            Seed.of("Memcached", 11_211, "0001 0000 0001 0000 'stats' 0d0a"),
            Seed.of("CoAP", 5683, "4101 0001 aa b4 'test'"),
            Seed.of("BACnet", 47_808, "810b 000c 0120ffff 00ff 1008"),
            Seed.of("GTP", 2123, "3201 0004 00000000 00010000"),
            Seed.of("HSRP", 1985, "0000 10 03 0a 78 01 00 00*8 c0a80101"),
            Seed.of("RIP", 520, "0202 0000 0002 0000 0a000000 ff000000 00000000 00000001"),
            Seed.of("IPSec", 500, "0102030405060708 0000000000000000 2120 2208 00000000 0000001c"),
            Seed.of("IPSec", 4500, "00000000 0102030405060708 0000000000000000 2120 2308 00000001 0000001c"),
            Seed.of("WireGuard", 443, "01000000 11*144"),
            Seed.of("Tailscale", 41_641, "'TS' f09f92ac 11*32"),
            Seed.of("OpenVPN", 1194, "38 0102030405060708 00 00000000"),
            Seed.of("BitTorrent", 6881, "'d1:ad2:id20:aaaaaaaaaaaaaaaaaaaae1:q4:ping1:t2:aa1:v4:UT'0102'1:y1:qe'"),
            Seed.of("Photon", 5055, "ffff0001 00000004 22b6e6ba 02ff0104 0000002c 00000001 00*32"),
            Seed.of("BitTorrent", 6969, "0000041727101980 00000000 01020304"));

    private DatagramSeeds() {}
}
