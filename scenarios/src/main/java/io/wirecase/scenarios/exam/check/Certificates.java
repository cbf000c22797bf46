package io.wirecase.scenarios.exam.check;

import io.wirecase.scenarios.conversation.Certificate;
import io.wirecase.scenarios.conversation.Certificate.Name;
import io.wirecase.scenarios.conversation.Certificate.Validity;
import io.wirecase.scenarios.exam.Stage;
import java.util.List;

/** Certificates as devices make them for themselves. */
final class Certificates {
    private Certificates() {}

    static byte[] selfSigned(Stage stage, String what) {
        Name itself = new Name(stage.net().domain(), what + ".local");
        Validity validity = new Validity("260101000000Z", "270101000000Z");
        return Certificate.of(stage.chance(), itself, itself, List.of(what + ".local"), validity);
    }
}
