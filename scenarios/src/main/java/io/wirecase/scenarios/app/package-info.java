/** The command line of the generator. Imports fixture and capture; nothing imports it. */
@NullMarked
package io.wirecase.scenarios.app;

import org.jspecify.annotations.NullMarked;
