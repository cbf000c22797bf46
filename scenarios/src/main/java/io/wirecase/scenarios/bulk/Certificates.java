package io.wirecase.scenarios.bulk;

import io.wirecase.scenarios.conversation.Certificate;
import io.wirecase.scenarios.conversation.Certificate.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chains of two certificates, as many as a site of this size meets. */
final class Certificates {

    private static final int CHAINS = 64;
    private static final String ORGANISATION = "Example Organisation";
    private static final Name AUTHORITY = new Name(ORGANISATION, "Example Trust CA 3");
    private static final Name ROOT = new Name(ORGANISATION, "Example Trust Root");

    private final List<List<byte[]>> chains = new ArrayList<>();

    Certificates(SplittableRandom chance) {
        for (int i = 0; i < CHAINS; i++) {
            String site = "site" + i + ".example";
            byte[] leaf = Certificate.of(
                    chance, new Name(ORGANISATION, "*." + site), AUTHORITY, List.of("*." + site, "www." + site));
            chains.add(List.of(leaf, Certificate.of(chance, AUTHORITY, ROOT, List.of())));
        }
    }

    List<byte[]> chain(SplittableRandom chance) {
        return chains.get(chance.nextInt(CHAINS));
    }
}
