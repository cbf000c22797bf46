package io.wirecase.report.wording;

import io.wirecase.report.assessment.Join;
import io.wirecase.report.assessment.PatternCase;
import io.wirecase.report.claim.Claim;
import io.wirecase.report.document.Prose;
import io.wirecase.report.measurement.Facts;
import io.wirecase.report.pattern.PatternKey.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hosts that two patterns share, and what they are in each: what explains one may explain the other. */
public final class Joins {

    private static final int MOST = 4;
    private static final int MOST_NAMED = 8;

    private Joins() {}

    /** One sentence for each shared host and pair of roles, those in which the role turns first. */
    public static List<Prose> of(PatternCase c, List<PatternCase> all) {
        Map<List<Object>, List<Join>> alike = new LinkedHashMap<>();
        for (Join join : from(c, all)) {
            alike.computeIfAbsent(List.of(join.host(), join.roleHere(), join.roleThere()), k -> new ArrayList<>())
                    .add(join);
        }
        return alike.values().stream()
                .limit(MOST)
                .map(joins -> sentence(c, joins))
                .toList();
    }

    /** What a host may mean that answers in one pattern and asks in another. */
    static List<Prose> readings(PatternCase c, List<PatternCase> all) {
        return from(c, all).stream()
                .filter(Join::turns)
                .limit(MOST)
                .map(join -> join.facts(c.facts().ledger())
                        .say(
                                join.roleHere() == Role.SERVER
                                        ? "If {sharedHost} passes on what it is asked here, as a proxy does, pattern"
                                                + " {here} is the cause of pattern {there}."
                                        : "If {sharedHost} only passes on what it is asked in pattern {there},"
                                                + " as a proxy"
                                                + " does, somebody else is behind pattern {here}."))
                .toList();
    }

    private static List<Join> from(PatternCase c, List<PatternCase> all) {
        return Join.of(all).stream()
                .filter(j -> j.here().number() == c.number() || j.there().number() == c.number())
                .map(j -> j.from(c))
                .toList();
    }

    private static Prose sentence(PatternCase c, List<Join> joins) {
        Join one = joins.getFirst();
        Facts more = one.facts(c.facts().ledger());
        List<Claim> numbers = joins.stream()
                .limit(MOST_NAMED)
                .map(j -> j.there().facts().get("number"))
                .toList();
        String listed = Listing.of(more, "other", numbers);
        if (joins.size() > MOST_NAMED) {
            listed += " and others";
        }
        String there = (joins.size() == 1 ? " in pattern " : " in patterns ") + listed + ".";
        return more.say(
                one.turns()
                        ? "{sharedHost} is the {roleHere} here and the {roleThere}" + there
                        : "{sharedHost} is the {roleHere} here and" + there);
    }
}
