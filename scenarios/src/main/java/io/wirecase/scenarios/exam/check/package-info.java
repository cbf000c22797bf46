/** Things that happen again and again and are no attack: checks, updates, clocks, agents, polls. Imports exam alone. */
@NullMarked
package io.wirecase.scenarios.exam.check;

import org.jspecify.annotations.NullMarked;
