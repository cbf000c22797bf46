package io.wirecase.capture.application.naming;

import java.util.List;
import java.util.function.Predicate;

/**
 * How the first bytes of a protocol look.
 *
 * @param stack the names given, from the carrier inwards
 * @param fits whether a look fits
 */
record Rule(List<String> stack, Predicate<Look> fits) {

    static Rule of(String name, Predicate<Look> fits) {
        return new Rule(List.of(name), fits);
    }
}
