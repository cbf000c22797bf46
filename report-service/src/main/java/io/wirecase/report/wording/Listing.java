package io.wirecase.report.wording;

import io.wirecase.report.claim.Claim;
import io.wirecase.report.measurement.Facts;
import java.util.List;

/** Lists of claims inside a sentence. */
public final class Listing {

    private Listing() {}

    /** Names claims {@code prefix0} upwards and gives the holes for them: "{a0}, {a1} and {a2}". */
    public static String of(Facts facts, String prefix, List<Claim> claims) {
        StringBuilder holes = new StringBuilder();
        for (int i = 0; i < claims.size(); i++) {
            facts.put(prefix + i, claims.get(i));
            String before = i == 0 ? "" : i == claims.size() - 1 ? " and " : ", ";
            holes.append(before).append('{').append(prefix).append(i).append('}');
        }
        return holes.toString();
    }
}
