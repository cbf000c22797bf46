package io.wirecase.report.hypothesis;

import java.util.Map;

/** That none of the explanations known is right: what all evidence is compared with, so no evidence moves it. */
public final class NoneOfThese implements Hypothesis {

    /** Its id. */
    public static final String ID = "none_of_these";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "none of the explanations known";
    }

    @Override
    public Disposition disposition() {
        return Disposition.SUSPICIOUS;
    }

    @Override
    public double prior() {
        return 0.01;
    }

    @Override
    public String priorReason() {
        return "the catalog is meant to hold what occurs; what it does not hold must be able to win";
    }

    @Override
    public Map<EvidenceKind, Double> likelihoods() {
        return Map.of();
    }
}
