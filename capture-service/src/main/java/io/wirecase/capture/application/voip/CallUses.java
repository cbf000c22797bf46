package io.wirecase.capture.application.voip;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which application a call is of, by what STUN says of it: the realm its relay asks users to prove themselves in, and
 * messages and attributes that one vendor alone uses. Those of Microsoft are documented ([MS-TURN], [MS-ICE2],
 * [MS-TURNBWM]); those of the others were seen in no other application's calls.
 */
final class CallUses {

    private record Realm(String holds, String application) {}

    private static final List<Realm> REALMS = List.of(
            new Realm("telegram", "TelegramVoip"),
            new Realm("signal.org", "SignalVoip"),
            new Realm("whispersystems.org", "SignalVoip"),
            new Realm("facebook", "FacebookVoip"),
            new Realm("viber", "ViberVoip"),
            new Realm("google.com", "GoogleCall"));

    private CallUses() {}

    /** By the type of a message, or null. */
    static @Nullable String byMessage(int type) {
        return switch (type) {
            case 0x0800, 0x0801, 0x0802, 0x0804, 0x0805 -> "WhatsAppCall";
            default -> null;
        };
    }

    /** By the type of an attribute, or null. */
    static @Nullable String byAttribute(int type) {
        return switch (type) {
            case 0x4000, 0x4001, 0x4002, 0x4003, 0x4004, 0x4007 -> "WhatsAppCall";
            case 0x0101, 0x0103 -> "Zoom";
            case 0x8006, 0x8036, 0x8054, 0x8055, 0x8070, 0x8095 -> "Skype_TeamsCall";
            case 0xFF03 -> "GoogleCall";
            default -> null;
        };
    }

    /** By a realm, or null. */
    static @Nullable String byRealm(String realm) {
        String lower = realm.toLowerCase(Locale.ROOT);
        return REALMS.stream()
                .filter(known -> lower.contains(known.holds()))
                .map(Realm::application)
                .findFirst()
                .orElse(null);
    }
}
