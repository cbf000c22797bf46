package io.wirecase.local.exam.sit;

import io.wirecase.local.exam.mark.Curve;
import io.wirecase.scenarios.exam.Family;
import io.wirecase.scenarios.exam.paper.Catalog;
import io.wirecase.scenarios.exam.paper.Paper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which questions are put. */
public final class Plan {

    private static final String BURST = "08-browsing-burst";
    private static final int FULL = 20;
    private static final int BURSTS = 100;
    private static final String FAMILY = "family";

    private Plan() {}

    /**
     * The families and the curves of those that are among them, seed by seed.
     *
     * @param names ids or rows; all where there are none
     * @param seeds instances of each
     * @param curves instances of each step where a parameter is turned step by step; 0 for no curves
     * @throws IllegalArgumentException naming the families there are
     */
    public static List<Paper> of(List<String> names, int seeds, int curves) {
        Set<Family> families = new LinkedHashSet<>();
        names.forEach(name -> families.addAll(Catalog.named(name)));
        List<Family> chosen = families.isEmpty() ? Catalog.all() : List.copyOf(families);
        List<Paper> papers = new ArrayList<>();
        for (Family family : chosen) {
            // The one that must never be alerted is asked more often, once it is asked often at all.
            int times = family.id().equals(BURST) && seeds >= FULL ? Math.max(BURSTS, seeds) : seeds;
            for (int seed = 1; seed <= times; seed++) {
                papers.add(new Paper(family, seed, Map.of(), FAMILY));
            }
        }
        for (Curve curve : Curve.ALL) {
            chosen.stream()
                    .filter(family -> family.id().equals(curve.family()))
                    .forEach(family -> papers.addAll(steps(curve, family, curves)));
        }
        // All first instances, then all second ones: large and small mix, and an exam that is ended early has some of
        // each.
        papers.sort(Comparator.comparingLong(Paper::seed));
        return papers;
    }

    private static List<Paper> steps(Curve curve, Family family, int seeds) {
        List<Paper> papers = new ArrayList<>();
        for (double value : curve.values()) {
            for (int seed = 1; seed <= seeds; seed++) {
                papers.add(new Paper(family, seed, curve.at(value), curve.id()));
            }
        }
        return papers;
    }
}
