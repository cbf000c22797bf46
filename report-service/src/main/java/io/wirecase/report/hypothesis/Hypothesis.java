package io.wirecase.report.hypothesis;

import java.util.Map;
import java.util.Optional;

/**
 * A possible explanation of a pattern. Explanations exclude each other. What an explanation says of evidence is how
 * much more likely the evidence is under it than under none of the explanations known, never a verdict.
 */
public interface Hypothesis {

    /** A stable id, for example {@code connectivity_check}; docs/explanations.md has a paragraph under it. */
    String id();

    /** What it is, for readers, in lower case so that it fits into a sentence. */
    String title();

    /** What the pattern would be if it were true. */
    Disposition disposition();

    /**
     * The share of patterns with alerts that it explains, before any evidence, 0 to 1; all explanations' shares sum to
     * 1. They are start values by judgement, shown in every report.
     */
    double prior();

    /**
     * Natural logarithm of P(evidence | this) / P(evidence | none of these), for each kind that moves it; a kind that
     * is not listed does not. Each is clipped to {@link Ranker#CLIP}.
     */
    Map<EvidenceKind, Double> likelihoods();

    /** What speaks for or against this explanation when a kind of evidence is seen; 0 when it says nothing. */
    default double likelihood(EvidenceKind kind) {
        double value = likelihoods().getOrDefault(kind, 0.0);
        return Math.clamp(value, -Ranker.CLIP, Ranker.CLIP);
    }

    /** Why a kind of evidence moves it so, in a few words; empty when it does not. */
    default Optional<String> reason(EvidenceKind kind) {
        return Optional.empty();
    }

    /** Why it has its prior, in a few words. */
    default String priorReason() {
        return "by judgement";
    }
}
